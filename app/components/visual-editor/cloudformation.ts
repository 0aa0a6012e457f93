/** A CloudFormation template that makes the policy. */
import type { InlineHolder } from '~/data/inline-policies'
import { isObject } from '~/engine/policy/read'

/** `name` is the policy's own, as far as it is known by now; a managed policy has no holder. */
export function toTemplate(document: unknown, name: string, holder?: InlineHolder) {
  const kind = holder ? `${holder.type}Policy` : 'ManagedPolicy'
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      [kind]: {
        Type: `AWS::IAM::${kind}`,
        Properties: {
          ...(holder ? { [`${holder.type}Name`]: holder.name } : {}),
          ...(name === '' ? {} : { [holder ? 'PolicyName' : 'ManagedPolicyName']: name }),
          PolicyDocument: document,
        },
      },
    },
  }
}

const INDENT = '  '

/** Texts that YAML takes for nothing else stand as they are. */
const isPlain = (text: string) =>
  /^[A-Za-z_][\w./-]*(?:::?[A-Za-z_][\w./-]*)*$/.test(text) &&
  !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)

const scalar = (value: unknown) =>
  typeof value === 'string' && isPlain(value) ? value : JSON.stringify(value)

const isLeaf = (value: unknown) =>
  Array.isArray(value)
    ? value.length === 0
    : !isObject(value) || Object.keys(value).length === 0

/** JSON's values as YAML in block style. */
export function toYaml(value: unknown, indent = ''): string {
  if (isLeaf(value)) return `${indent}${scalar(value)}\n`
  if (Array.isArray(value))
    return value
      .map((item: unknown) => {
        const text = toYaml(item, `${indent}${INDENT}`)
        return `${indent}- ${text.slice(indent.length + INDENT.length)}`
      })
      .join('')
  return Object.entries(value as object) // neither a leaf nor a list: an object
    .map(([key, item]: [string, unknown]) =>
      isLeaf(item)
        ? `${indent}${scalar(key)}: ${scalar(item)}\n`
        : `${indent}${scalar(key)}:\n${toYaml(item, `${indent}${INDENT}`)}`
    )
    .join('')
}
