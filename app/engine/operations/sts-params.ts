/**
 * What STS asks of its parameters.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters
 */
import { serviceError } from '../errors'

export const HOUR = 3600

/** A parameter that the check has found to be there. */
export const given = (value: string | undefined) => value ?? ''

/** Tags that the check has found to be whole. */
export const givenTags = (tags: { Key?: string; Value?: string }[] = []) =>
  tags.map(({ Key, Value }) => ({ Key: given(Key), Value: given(Value) }))

export const sessionName = {
  required: true,
  min: 2,
  max: 64,
  pattern: /^[\w+=,.@-]*$/,
  shown: '[\\w+=,.@-]*',
}

export const arn = {
  required: true,
  min: 20,
  max: 2048,
  pattern: /^[\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd]+$/,
  shown:
    '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+',
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html */
export const providedContexts = {
  list: true,
  max: 5,
  of: 'ProvidedContext',
  members: {
    ProviderArn: { ...arn, required: false },
    ContextAssertion: { min: 4, max: 2048 },
  },
}

const documentText = {
  min: 1,
  pattern: /^[\t\n\r -ÿ]+$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
}

const policyArns = { list: true, max: 10, of: 'PolicyDescriptorType', members: { arn } }

/** AssumeRole alone takes a longer text, and measures it packed. */
export const sessionPolicies = { Policy: documentText, PolicyArns: policyArns }

export const shortSessionPolicies = {
  Policy: { ...documentText, max: 2048 },
  PolicyArns: policyArns,
}

export const roleSeconds = { least: 900, most: 43_200 }

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const userSeconds = { least: 900, most: 129_600 }

export const mfa = {
  SerialNumber: { min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/, shown: '[\\w+=/:,.@-]*' },
  TokenCode: { min: 6, max: 6, pattern: /^\d*$/, shown: '[\\d]*' },
}

const tagKey = {
  min: 1,
  max: 128,
  pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
  shown: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+',
}

const tagValue = {
  max: 256,
  pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
  shown: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*',
}

export const sessionTags = {
  list: true,
  max: 50,
  of: 'Tag',
  members: { Key: { ...tagKey, required: true }, Value: { ...tagValue, required: true } },
}

export const transitiveTagKeys = { list: true, max: 50, each: tagKey }

/** The sentence for an ARN that is no role's. */
export function checkRoleArn(text: string | undefined) {
  if (!/^arn:[^:]+:iam::[^:]*:role\/./.test(given(text))) {
    throw serviceError('ValidationError', `${text} is invalid`)
  }
}
