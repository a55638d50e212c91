import { loadRapier } from '../../scenes/physics/rapier.ts'

/**
 * Milliseconds that the engine's own `World.step` takes in all steps of what is done meanwhile: each step of the
 * pipeline, and the look for new and removed things that `World.step` takes after it and ours leaves out. Measured on
 * the very steps that are played, for a world that nothing sets in motion sleeps, and costs a fraction.
 */
export async function steppingIn(act: () => Promise<unknown>): Promise<number> {
  const { PhysicsPipeline } = await loadRapier()
  const { step } = PhysicsPipeline.prototype
  let spent = 0
  PhysicsPipeline.prototype.step = function (...args) {
    const start = performance.now()
    step.apply(this, args)
    const [, , , , , bodies, colliders, softBodies, joints, multibodyJoints] = args
    softBodies.mapNewSoftBodies(bodies, colliders)
    bodies.mapNewBodies(colliders)
    colliders.mapNewColliders(bodies)
    bodies.unmapRemovedBodies()
    colliders.unmapRemovedColliders()
    joints.unmapRemovedJoints()
    multibodyJoints.unmapRemovedJoints()
    spent += performance.now() - start
  }
  try {
    await act()
  } finally {
    PhysicsPipeline.prototype.step = step
  }
  return spent
}
