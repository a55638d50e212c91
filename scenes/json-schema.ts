import { z } from 'zod'
import { Scene } from './schema/scene.ts'

/** The part of JSON Schema (draft 7) that the scene format uses. */
export interface JsonSchema {
  $schema?: string
  $ref?: string
  title?: string
  description?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  default?: unknown
  examples?: unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  items?: JsonSchema | JsonSchema[]
  minItems?: number
  maxItems?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  definitions?: Record<string, JsonSchema>
}

/**
 * The scene format for editors: completion, hover texts and red underlines. Draft 7, because it is the
 * newest one that VS Code, its relatives and the JetBrains editors know in full.
 */
export function sceneJsonSchema(): JsonSchema {
  return { ...jsonSchemaOf(Scene), title: 'groundreel scene' }
}

const made = new WeakMap<z.core.$ZodType, JsonSchema>()

/** One schema as JSON Schema; what its author writes, before defaults. Made once, do not change it. */
export function jsonSchemaOf(schema: z.core.$ZodType): JsonSchema {
  const known = made.get(schema)
  if (known) return known
  // zod's type allows drafts and custom metadata that neither we nor its draft-7 writer use.
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema
  made.set(schema, json)
  return json
}

/** Follows `$ref`, also one wrapped in `allOf` beside a description, into the definitions of the root. */
export function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { allOf, $ref, ...own } = schema
  const target = $ref ?? (allOf?.length === 1 ? allOf[0]?.$ref : undefined)
  const name = target?.split('/').at(-1)
  const found = target === '#' ? root : name === undefined ? undefined : root.definitions?.[name]
  return found ? { ...resolved(found, root), ...own } : schema
}
