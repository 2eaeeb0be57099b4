import type { Attribute, AttributeType } from '../pool/pool.ts'
import { newAttribute, standardAttributes } from '../pool/schema.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { flag, list, type Shape, struct, text } from '../wire/shape.ts'

export interface SchemaSetting {
  AttributeDataType: string | undefined
  DeveloperOnlyAttribute: boolean | undefined
  Mutable: boolean | undefined
  Name: string | undefined
  NumberAttributeConstraints:
    | { MaxValue: string | undefined; MinValue: string | undefined }
    | undefined
  Required: boolean | undefined
  StringAttributeConstraints:
    | { MaxLength: string | undefined; MinLength: string | undefined }
    | undefined
}

export const schemaSettings: Shape<SchemaSetting[] | undefined> = list(
  struct({
    AttributeDataType: text({ values: ['String', 'Number', 'DateTime', 'Boolean'] }),
    DeveloperOnlyAttribute: flag(),
    Mutable: flag(),
    Name: text({ min: 1, max: 20 }),
    NumberAttributeConstraints: struct({ MaxValue: text(), MinValue: text() }),
    Required: flag(),
    StringAttributeConstraints: struct({ MaxLength: text(), MinLength: text() }),
  }),
  { max: 50 },
)

/** The standard attributes with the changes of the settings, and the custom attributes. */
export function readSchema(settings: SchemaSetting[]): Attribute[] {
  const defaults = standardAttributes()
  const settingsByName = new Map(settings.map((setting) => [setting.Name, setting]))
  const custom = settings.filter(({ Name }) => !defaults.some(({ name }) => name === Name))
  return [
    ...defaults.map((each) => {
      const setting = settingsByName.get(each.name)
      return setting ? applySetting(each, setting) : each
    }),
    ...custom.map(toCustom),
  ]
}

function toCustom(setting: SchemaSetting): Attribute {
  if (!setting.Name) throw invalidParameter('Attribute name is required.')
  if (setting.Required) {
    throw invalidParameter('Required custom attributes are not supported currently.')
  }
  const prefix = setting.DeveloperOnlyAttribute ? 'dev:custom:' : 'custom:'
  const type = (setting.AttributeDataType ?? 'String') as AttributeType
  return applySetting(newAttribute(prefix + setting.Name, type), setting)
}

function applySetting(base: Attribute, setting: SchemaSetting): Attribute {
  const { StringAttributeConstraints: lengths, NumberAttributeConstraints: values } = setting
  const min = base.type === 'Number' ? values?.MinValue : lengths?.MinLength
  const max = base.type === 'Number' ? values?.MaxValue : lengths?.MaxLength
  return {
    ...base,
    mutable: setting.Mutable ?? base.mutable,
    required: setting.Required ?? base.required,
    min: min === undefined ? base.min : Number(min),
    max: max === undefined ? base.max : Number(max),
  }
}
