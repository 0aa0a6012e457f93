/** What the wizard holds: one part for each step, and the texts that need to be right. */
import type { Policy } from '@aws-sdk/client-iam'
import type { BoundaryChoice } from '~/components/policies/boundary-field'
import type { TagField } from '~/components/tag-fields'

export type EntityType = 'service' | 'account' | 'web-identity' | 'saml' | 'custom'

export type TrustForm = {
  entityType: EntityType
  service: { service: string; useCase: string }
  account: {
    which: 'this' | 'another'
    accountId: string
    requireExternalId: boolean
    externalId: string
    requireMfa: boolean
  }
  webIdentity: {
    provider: string
    audience: string
    organization: string
    repository: string
    branch: string
  }
  saml: {
    provider: string
    access: 'programmatic' | 'console'
    attribute: string
    value: string
  }
  custom: { text: string }
}

export type PermissionsForm = { policies: Policy[]; boundary: BoundaryChoice }

export type DetailsForm = { name: string; description: string; tags: TagField[] }

export type RoleForm = {
  trust: TrustForm
  permissions: PermissionsForm
  details: DetailsForm
}

/** By field, `accountId`, what is wrong with it. */
export type Problems = Partial<Record<string, string>>

const blankTrust = `{
	"Version": "2012-10-17",
	"Statement": [
		{
			"Sid": "Statement1",
			"Effect": "Allow",
			"Principal": {},
			"Action": "sts:AssumeRole"
		}
	]
}`

export const SAML_CONSOLE = 'https://signin.aws.amazon.com/saml'

export const blankForm: RoleForm = {
  trust: {
    entityType: 'service',
    service: { service: '', useCase: '' },
    account: {
      which: 'this',
      accountId: '',
      requireExternalId: false,
      externalId: '',
      requireMfa: false,
    },
    webIdentity: {
      provider: '',
      audience: '',
      organization: '',
      repository: '',
      branch: '',
    },
    saml: { provider: '', access: 'programmatic', attribute: 'SAML:aud', value: '' },
    custom: { text: blankTrust },
  },
  permissions: { policies: [], boundary: { use: false } },
  details: { name: '', description: '', tags: [] },
}
