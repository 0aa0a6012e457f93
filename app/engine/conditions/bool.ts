/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
import { comparing } from './test'

export function parseBool(text: string): boolean | undefined {
  if (text === 'true') return true
  if (text === 'false') return false
  const lowered = text.toLowerCase()
  return lowered === text ? undefined : parseBool(lowered)
}

export const bool = comparing(parseBool, (got, wanted) => got === wanted)
