/**
 * What the product does in its customers' accounts. It knows AWS's SDK and nothing of Understudy:
 * where AWS is stands in the environment, as it does for every program that uses the SDK.
 */
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

const sts = new STSClient({})

const assume = async (role, externalId) => {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: role,
      RoleSessionName: 'tidemark',
      ...(externalId ? { ExternalId: externalId } : {}),
    })
  )
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
  }
}

/**
 * A role that anybody of ours can take up for anybody is a confused deputy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const isOpenToAll = (role) =>
  assume(role).then(
    () => true,
    () => false
  )

const inWords = ({ name, message }) =>
  name === 'AccessDenied'
    ? `AWS does not let us take up that role. Is the ARN right, and has the role been created? (${message})`
    : `AWS says: ${message}`

/** The customer's buckets, or why there are none to be seen. */
export async function connect({ role, externalId }) {
  try {
    const credentials = await assume(role, externalId)
    if (await isOpenToAll(role)) {
      return { error: `That role does not ask for the external ID ${externalId}.` }
    }
    const { Buckets = [] } = await new S3Client({ credentials }).send(
      new ListBucketsCommand()
    )
    return { buckets: Buckets.map(({ Name }) => Name) }
  } catch (error) {
    return { error: inWords(error) }
  }
}

/** Writes a summary beside the customer's data. */
export async function writeSummary({ role, externalId }, bucket) {
  try {
    const s3 = new S3Client({ credentials: await assume(role, externalId) })
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: 'tidemark.txt', Body: 'A summary.' })
    )
    return { done: `The summary is in ${bucket}.` }
  } catch (error) {
    return { error: `We could not write to ${bucket}. AWS says: ${error.message}` }
  }
}
