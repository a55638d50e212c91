import type { Quadruped } from '#scenes'

/** A place in the animal's middle plane: forward and up, heights of its withers. */
export type Side = readonly [z: number, y: number]

/** Where an animal's joints are while it stands, and how thick it is there; heights of its withers. */
export interface Anatomy {
  /** From the middle plane to the legs. */
  apart: { hind: number; front: number }
  hind: Record<'hip' | 'knee' | 'hock' | 'fetlock' | 'toe', Side>
  front: Record<'scapula' | 'shoulder' | 'elbow' | 'carpus' | 'fetlock' | 'toe', Side>
  /** Radii at those joints, in their order. */
  thick: { hind: readonly number[]; front: readonly number[] }
  /** Where chest and loins bend against each other. */
  spine: Side
  /** Masses of the trunk: middle, and radii across, up and along. */
  trunk: readonly { at: Side; radii: readonly [number, number, number] }[]
  neck: { base: Side; top: Side; thick: readonly [number, number] }
  /** Middle of the skull, tip of the muzzle; the jaw's angle where it shows. */
  head: {
    skull: Side
    radii: readonly [number, number, number]
    muzzle: Side
    thick: readonly [number, number]
    jaw?: { at: Side; radii: readonly [number, number, number] }
    /** Tip of the nose, or the left nostril. */
    nose: { at: readonly [x: number, y: number, z: number]; radius: number }
    eye: { at: readonly [x: number, y: number, z: number]; radius: number }
    /** Root, middle and tip of the left ear with how wide it is there, and its thickness. */
    ear: { points: readonly (readonly [number, number, number])[]; radii: readonly number[] }
  }
  /** From the root to the tip. */
  tail: { points: readonly Side[]; radii: readonly number[] }
  /** Of a mane: along the neck from the forehead to the withers. */
  mane?: readonly Side[]
}

export const ANATOMIES: Record<Quadruped, Anatomy> = {
  dog: {
    apart: { hind: 0.1, front: 0.1 },
    hind: {
      hip: [-0.4, 0.8],
      knee: [-0.285, 0.53],
      hock: [-0.55, 0.27],
      fetlock: [-0.505, 0.06],
      toe: [-0.405, 0.012],
    },
    front: {
      scapula: [0.27, 0.92],
      shoulder: [0.41, 0.68],
      elbow: [0.28, 0.5],
      carpus: [0.325, 0.22],
      fetlock: [0.335, 0.06],
      toe: [0.435, 0.012],
    },
    thick: {
      hind: [0.12, 0.085, 0.04, 0.036, 0.034],
      front: [0.09, 0.085, 0.062, 0.04, 0.036, 0.036],
    },
    spine: [-0.06, 0.84],
    trunk: [
      { at: [0.2, 0.7], radii: [0.135, 0.235, 0.29] },
      { at: [-0.1, 0.755], radii: [0.12, 0.165, 0.28] },
      { at: [-0.37, 0.785], radii: [0.125, 0.145, 0.19] },
      { at: [0.18, 0.88], radii: [0.07, 0.09, 0.16] },
    ],
    neck: { base: [0.35, 0.83], top: [0.56, 1.1], thick: [0.145, 0.105] },
    head: {
      skull: [0.66, 1.17],
      radii: [0.105, 0.1, 0.125],
      muzzle: [0.87, 1.1],
      thick: [0.085, 0.062],
      nose: { at: [0, 1.125, 0.928], radius: 0.027 },
      eye: { at: [0.068, 1.205, 0.755], radius: 0.02 },
      ear: {
        points: [
          [0.07, 1.245, 0.63],
          [0.125, 1.2, 0.62],
          [0.14, 1.03, 0.64],
        ],
        radii: [0.035, 0.066, 0.036],
      },
    },
    tail: {
      points: [
        [-0.5, 0.85],
        [-0.66, 0.86],
        [-0.8, 0.93],
        [-0.9, 1.05],
      ],
      radii: [0.045, 0.036, 0.028, 0.012],
    },
  },
  cat: {
    apart: { hind: 0.1, front: 0.095 },
    hind: {
      hip: [-0.45, 0.8],
      knee: [-0.3, 0.52],
      hock: [-0.6, 0.25],
      fetlock: [-0.53, 0.055],
      toe: [-0.42, 0.012],
    },
    front: {
      scapula: [0.3, 0.9],
      shoulder: [0.44, 0.66],
      elbow: [0.3, 0.47],
      carpus: [0.34, 0.18],
      fetlock: [0.355, 0.055],
      toe: [0.46, 0.012],
    },
    thick: {
      hind: [0.13, 0.095, 0.042, 0.04, 0.042],
      front: [0.09, 0.085, 0.062, 0.045, 0.044, 0.045],
    },
    spine: [-0.08, 0.84],
    trunk: [
      { at: [0.22, 0.73], radii: [0.145, 0.195, 0.29] },
      { at: [-0.12, 0.74], radii: [0.14, 0.18, 0.32] },
      { at: [-0.43, 0.785], radii: [0.135, 0.16, 0.2] },
    ],
    neck: { base: [0.4, 0.83], top: [0.58, 1.0], thick: [0.13, 0.105] },
    head: {
      skull: [0.68, 1.07],
      radii: [0.148, 0.13, 0.135],
      muzzle: [0.815, 1.025],
      thick: [0.085, 0.062],
      nose: { at: [0, 1.045, 0.868], radius: 0.018 },
      eye: { at: [0.068, 1.098, 0.79], radius: 0.028 },
      ear: {
        points: [
          [0.085, 1.16, 0.66],
          [0.105, 1.24, 0.655],
          [0.12, 1.335, 0.65],
        ],
        radii: [0.062, 0.042, 0.007],
      },
    },
    tail: {
      points: [
        [-0.6, 0.83],
        [-0.82, 0.72],
        [-1.04, 0.72],
        [-1.24, 0.86],
      ],
      radii: [0.05, 0.046, 0.044, 0.03],
    },
  },
  horse: {
    apart: { hind: 0.1, front: 0.1 },
    hind: {
      hip: [-0.37, 0.79],
      knee: [-0.265, 0.585],
      hock: [-0.51, 0.36],
      fetlock: [-0.465, 0.12],
      toe: [-0.4, 0.01],
    },
    front: {
      scapula: [0.27, 0.9],
      shoulder: [0.41, 0.68],
      elbow: [0.31, 0.56],
      carpus: [0.375, 0.32],
      fetlock: [0.39, 0.12],
      toe: [0.455, 0.01],
    },
    thick: {
      hind: [0.15, 0.105, 0.045, 0.034, 0.046],
      front: [0.11, 0.1, 0.072, 0.046, 0.034, 0.046],
    },
    spine: [-0.05, 0.86],
    trunk: [
      { at: [0.2, 0.72], radii: [0.15, 0.22, 0.27] },
      { at: [-0.08, 0.71], radii: [0.17, 0.205, 0.32] },
      { at: [-0.37, 0.79], radii: [0.155, 0.165, 0.19] },
      { at: [0.2, 0.9], radii: [0.06, 0.095, 0.17] },
    ],
    neck: { base: [0.37, 0.8], top: [0.66, 1.2], thick: [0.175, 0.085] },
    head: {
      skull: [0.745, 1.225],
      radii: [0.07, 0.085, 0.1],
      muzzle: [0.945, 0.99],
      thick: [0.07, 0.05],
      jaw: { at: [0.765, 1.14], radii: [0.052, 0.085, 0.085] },
      nose: { at: [0.03, 0.985, 0.972], radius: 0.015 },
      eye: { at: [0.062, 1.21, 0.8], radius: 0.019 },
      ear: {
        points: [
          [0.04, 1.29, 0.7],
          [0.05, 1.35, 0.705],
          [0.052, 1.405, 0.725],
        ],
        radii: [0.024, 0.026, 0.005],
      },
    },
    tail: {
      points: [
        [-0.53, 0.89],
        [-0.62, 0.8],
        [-0.655, 0.58],
        [-0.63, 0.34],
      ],
      radii: [0.035, 0.05, 0.06, 0.02],
    },
    mane: [
      [0.8, 1.26],
      [0.7, 1.31],
      [0.59, 1.235],
      [0.46, 1.095],
      [0.34, 0.985],
      [0.24, 0.96],
    ],
  },
  deer: {
    apart: { hind: 0.085, front: 0.085 },
    hind: {
      hip: [-0.36, 0.8],
      knee: [-0.26, 0.57],
      hock: [-0.475, 0.37],
      fetlock: [-0.425, 0.1],
      toe: [-0.37, 0.01],
    },
    front: {
      scapula: [0.26, 0.9],
      shoulder: [0.385, 0.69],
      elbow: [0.275, 0.56],
      carpus: [0.33, 0.31],
      fetlock: [0.345, 0.1],
      toe: [0.4, 0.01],
    },
    thick: {
      hind: [0.13, 0.08, 0.034, 0.025, 0.03],
      front: [0.09, 0.08, 0.052, 0.032, 0.025, 0.03],
    },
    spine: [-0.05, 0.86],
    trunk: [
      { at: [0.18, 0.73], radii: [0.135, 0.2, 0.26] },
      { at: [-0.08, 0.745], radii: [0.14, 0.175, 0.28] },
      { at: [-0.36, 0.79], radii: [0.13, 0.15, 0.18] },
    ],
    neck: { base: [0.34, 0.82], top: [0.545, 1.24], thick: [0.13, 0.07] },
    head: {
      skull: [0.61, 1.315],
      radii: [0.066, 0.07, 0.09],
      muzzle: [0.84, 1.215],
      thick: [0.056, 0.036],
      nose: { at: [0, 1.222, 0.87], radius: 0.021 },
      eye: { at: [0.055, 1.325, 0.68], radius: 0.018 },
      ear: {
        points: [
          [0.055, 1.365, 0.55],
          [0.13, 1.43, 0.52],
          [0.2, 1.475, 0.5],
        ],
        radii: [0.022, 0.042, 0.008],
      },
    },
    tail: {
      points: [
        [-0.51, 0.88],
        [-0.56, 0.83],
        [-0.58, 0.77],
        [-0.58, 0.71],
      ],
      radii: [0.035, 0.04, 0.035, 0.01],
    },
  },
}
