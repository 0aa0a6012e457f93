/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
import { refusal } from '../refusal'

export const notImplemented = (header?: string) =>
  header === undefined
    ? refusal(
        501,
        'NotImplemented',
        'A header or query you provided requested a function that is not implemented.'
      )
    : refusal(
        501,
        'NotImplemented',
        'A header you provided implies functionality that is not implemented',
        { Header: header }
      )

export const invalidArgument = (message: string, name: string, value: string) =>
  refusal(400, 'InvalidArgument', message, { ArgumentName: name, ArgumentValue: value })

export const malformedXml = () =>
  refusal(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema'
  )

export const preconditionFailed = (condition: string) =>
  refusal(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: condition }
  )

export const badDigest = (algorithm: string) =>
  refusal(
    400,
    'BadDigest',
    `The ${algorithm} you specified did not match the calculated checksum.`
  )

export const incompleteBody = () =>
  refusal(400, 'IncompleteBody', 'The request body terminated unexpectedly')
