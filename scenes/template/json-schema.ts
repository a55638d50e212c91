import { jsonSchemaOf, sceneJsonSchema, type JsonSchema } from '../json-schema.ts'
import { DOMAINS } from './domain.ts'
import { TemplateHead } from './head.ts'
import { OPERATORS } from './operators/index.ts'
import type { Operator } from './operator.ts'

/** The format of templates for editors: that of scenes, in which any value may be an operator. Draft 7. */
export function templateJsonSchema(): JsonSchema {
  const { definitions: scene = {}, title: _, ...root } = sceneJsonSchema()
  const { definitions: head = {}, ...own } = jsonSchemaOf(TemplateHead)
  const operators = OPERATORS.map((operator) => [operator, jsonSchemaOf(operator.args)] as const)
  const definitions = Object.assign(
    {},
    scene,
    head,
    ...operators.map(([, args]) => args.definitions ?? {}),
  ) as Record<string, JsonSchema>
  const { params, ...rest } = own.properties ?? {}
  const { properties, ...body } = opened({ ...root, properties: { ...root.properties, ...rest } })
  return {
    ...body,
    // Parameters are declared before anything is chosen.
    properties: { ...properties, ...(params && { params }) },
    title: 'groundreel template',
    description: 'A scene in which any value may be a choice: many scenes in one file.',
    definitions: {
      ...Object.fromEntries(Object.entries(definitions).map(([name, one]) => [name, opened(one)])),
      operator: {
        description: 'A choice: one key that begins with $.',
        anyOf: operators.map(([operator, args]) => formOf(operator, args)),
      },
    },
  }
}

function formOf({ name, doc }: Operator, args: JsonSchema): JsonSchema {
  const { $schema: _, definitions: __, ...own } = args
  return {
    type: 'object',
    description: doc,
    properties: {
      [name]: choosable({ description: doc, ...own }),
      $as: { type: 'string', description: 'Names the value, for `$ref` and `$expr`.' },
      $domain: {
        enum: [...DOMAINS],
        description: 'What the choice is about; default is told by its place.',
      },
    },
    required: [name],
    additionalProperties: false,
  }
}

/** A schema in whose parts an operator may stand. */
function opened(schema: JsonSchema): JsonSchema {
  const { properties, items, additionalProperties, anyOf, oneOf, allOf, ...own } = schema
  return {
    ...own,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, one]) => [key, choosable(one)]),
      ),
    }),
    ...(items && { items: Array.isArray(items) ? items.map(choosable) : choosable(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object'
          ? choosable(additionalProperties)
          : additionalProperties,
    }),
    // Where the kind is chosen, more than one form fits.
    ...((anyOf ?? oneOf) && { anyOf: (anyOf ?? oneOf ?? []).map(opened) }),
    ...(allOf && { allOf: allOf.map(opened) }),
  }
}

/** The schema or an operator; what takes anything takes operators too. */
function choosable(schema: JsonSchema): JsonSchema {
  const { description, ...own } = schema
  const said = description === undefined ? {} : { description }
  if (Object.keys(own).every((key) => key === 'title')) return schema
  return { ...said, anyOf: [opened(own), { $ref: '#/definitions/operator' }] }
}
