/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
import { type MakeTest, outcome } from './test'

export function parseBool(text: string): boolean | undefined {
  if (text === 'true') return true
  if (text === 'false') return false
  const lowered = text.toLowerCase()
  return lowered === text ? undefined : parseBool(lowered)
}

/** Everything but `true` is false, in a policy and in a request: recorded answers of AWS. */
export const bool: MakeTest = (text) => {
  const wanted = parseBool(text) ?? false
  return (got) => outcome((parseBool(got) ?? false) === wanted)
}
