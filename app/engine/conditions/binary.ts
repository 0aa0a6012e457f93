/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals */
import { type MakeTest, outcome } from './test'

/** Both sides are base64, which is compared with its padding. */
const parse = (text: string) => (/^[A-Za-z0-9+/]*={0,2}$/.test(text) ? text : undefined)

export const binaryEquals: MakeTest = (text) => {
  const wanted = parse(text)
  return wanted === undefined ? undefined : (got) => outcome(parse(got) === wanted)
}
