/**
 * A short session as the root user of a member account, good for one task.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
 */
import type { AssumeRootRequest } from '@aws-sdk/client-sts'
import type { StsOperations } from '../api'
import { parseArn, rootArn } from '../arn'
import { managedPolicyDocument } from '../catalog/managed-policies'
import { serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { RootFeature } from '../model'
import { openSession, stsCredentials } from '../sessions'
import { memberOrganization } from '../world'
import { administersIam, trustsIam } from './organization-features'
import { constrain } from './params'
import * as p from './sts-params'

const LONGEST = 900

const TASKS = 'arn:aws:iam::aws:policy/root-task/'

/** Each task, and the feature of the organization that it is part of. */
const features: Record<string, RootFeature> = {
  IAMAuditRootUserCredentials: 'RootCredentialsManagement',
  IAMCreateRootUserPassword: 'RootCredentialsManagement',
  IAMDeleteRootUserCredentials: 'RootCredentialsManagement',
  S3UnlockBucketPolicy: 'RootSessions',
  SQSUnlockQueuePolicy: 'RootSessions',
}

const checkParameters = constrain({
  TargetPrincipal: { required: true, min: 12, max: 2048 },
  TaskPolicyArn: { required: true, fields: { arn: p.arn } },
  DurationSeconds: { least: 0, most: LONGEST },
})

const taskOf = ({ TaskPolicyArn }: AssumeRootRequest) => p.given(TaskPolicyArn?.arn)

const featureOf = (task: string) =>
  task.startsWith(TASKS) ? features[task.slice(TASKS.length)] : undefined

/** Named by its ID, or by its root user's ARN. */
function accountNamed({ TargetPrincipal = '' }: AssumeRootRequest) {
  const { service, account, resource } = parseArn(TargetPrincipal) ?? {}
  const id = service === 'iam' && resource === 'root' ? account : TargetPrincipal
  return id && /^\d{12}$/.test(id) ? id : undefined
}

function check(input: AssumeRootRequest) {
  checkParameters(input)
  if (!accountNamed(input)) {
    throw serviceError('ValidationError', 'Request must contain a valid target principal')
  }
  if (!featureOf(taskOf(input))) {
    throw serviceError(
      'ValidationError',
      'Request must contain valid AWS managed task policy ARN'
    )
  }
}

type RootCall = Call<AssumeRootRequest>

/**
 * The member account, unless something about the organization forbids it. All that a caller is
 * told is that it may not.
 */
function theMember({ world, account, caller, input }: RootCall) {
  const id = p.given(accountNamed(input))
  const organization = memberOrganization(world.organization, account.id)
  const feature = featureOf(taskOf(input))
  const member = memberOrganization(organization, id) && world.accounts[id]
  const isOpen =
    organization !== undefined &&
    feature !== undefined &&
    caller.kind !== 'root' &&
    administersIam(organization, account.id) &&
    trustsIam(organization) &&
    organization.rootFeatures?.includes(feature) === true &&
    organization.managementAccount !== id
  if (!isOpen || !member) {
    throw serviceError(
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRoot on resource: ${rootArn(id)}`
    )
  }
  return member
}

/** Only a role's session has one. */
const sourceIdentityOf = ({ session }: RootCall['caller']) =>
  session && 'sourceIdentity' in session.identity
    ? session.identity.sourceIdentity
    : undefined

export const rootOperations: Pick<OperationTable<StsOperations>, 'AssumeRoot'> = {
  AssumeRoot: {
    check,
    needs: (input) => ({ documents: [taskOf(input)] }),
    on: ({ account, input }) => {
      const id = p.given(accountNamed(input))
      return {
        arn: rootArn(id),
        // the caller's own policies decide: a root user has none that could let anybody in
        account: account.id,
        context: { 'sts:TaskPolicyArn': taskOf(input), 'aws:ResourceAccount': id },
      }
    },
    run: (call) => {
      const { world, caller, input, now } = call
      const member = theMember(call)
      const sourceIdentity = sourceIdentityOf(caller)
      const source = sourceIdentity ? { sourceIdentity } : {}
      const session = openSession(world, {
        account: member.id,
        now,
        seconds: input.DurationSeconds ?? LONGEST,
        mfa: false,
        console: false,
        identity: {
          type: 'root',
          assumed: true,
          ...source,
          policies: [p.given(managedPolicyDocument(taskOf(input)))],
          policyArns: [taskOf(input)],
        },
      })
      return {
        Credentials: stsCredentials(session),
        ...(sourceIdentity ? { SourceIdentity: sourceIdentity } : {}),
      }
    },
  },
}
