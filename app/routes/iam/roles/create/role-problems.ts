/** What the wizard says before it lets one go on. */
import { tagErrors } from '~/components/tag-fields'
import { rejectTrustPolicy } from '~/engine/policy/accept'
import type { DetailsForm, PermissionsForm, Problems, TrustForm } from './role-form'
import { findService, findUseCase } from './service-use-cases'
import { GITHUB, hostOf } from './trust-policy'

const present = (problems: Problems) =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem))

function serviceProblems({ service }: TrustForm): Problems {
  if (!findService(service.service)) return { service: 'Choose a service or use case.' }
  const isKnown = findUseCase(service.service, service.useCase)
  return isKnown ? {} : { useCase: 'Choose a use case.' }
}

function accountProblems({ account }: TrustForm): Problems {
  const { which, accountId, requireExternalId, externalId } = account
  const isExternalId = /^[\w+=,.@:/-]{2,1224}$/.test(externalId)
  return {
    accountId:
      which === 'another' && !/^\d{12}$/.test(accountId)
        ? 'Account ID is a 12-digit number.'
        : undefined,
    externalId:
      requireExternalId && !isExternalId
        ? "External ID must have 2 to 1,224 characters. Use alphanumeric and '+=,.@:/-_' characters."
        : undefined,
  }
}

function webIdentityProblems({ webIdentity }: TrustForm): Problems {
  const { provider, audience, organization } = webIdentity
  if (!provider) return { provider: 'Choose an identity provider.' }
  return {
    audience: audience ? undefined : 'Enter an audience.',
    organization:
      hostOf(provider) === GITHUB && !organization
        ? 'Enter a GitHub organization.'
        : undefined,
  }
}

function samlProblems({ saml }: TrustForm): Problems {
  if (!saml.provider) return { samlProvider: 'Choose a SAML 2.0-based provider.' }
  const needsValue = saml.access === 'programmatic' && !saml.value
  return needsValue ? { samlValue: 'Enter a value.' } : {}
}

/** What IAM would refuse keeps one from going on; other findings are advice. */
function customProblems({ custom }: TrustForm): Problems {
  return rejectTrustPolicy(custom.text)
    ? { custom: 'Fix the errors in the policy to continue.' }
    : {}
}

export function trustProblems(form: TrustForm): Problems {
  const check = {
    service: serviceProblems,
    account: accountProblems,
    'web-identity': webIdentityProblems,
    saml: samlProblems,
    custom: customProblems,
  }[form.entityType]
  return present(check(form))
}

export const permissionsProblems = ({ boundary }: PermissionsForm): Problems =>
  boundary.use && !boundary.policy
    ? { boundary: 'Select a policy to set as the permissions boundary.' }
    : {}

function nameProblem(name: string) {
  if (!name) return 'Role name is required.'
  if (name.length > 64) return 'Role name must have a maximum of 64 characters.'
  return /^[\w+=,.@-]+$/.test(name)
    ? undefined
    : "Role name contains invalid characters. Use alphanumeric and '+=,.@-_' characters."
}

export const tagsProblems = ({ tags }: DetailsForm): Problems =>
  present({ tags: tagErrors(tags)[0] })

export const namingProblems = ({ name, description }: DetailsForm): Problems =>
  present({
    name: nameProblem(name),
    description:
      description.length > 1000
        ? 'Description must have a maximum of 1000 characters.'
        : /^[\t\n\r -~¡-ÿ]*$/.test(description)
          ? undefined
          : 'Description contains invalid characters.',
  })

export const detailsProblems = (details: DetailsForm): Problems => ({
  ...namingProblems(details),
  ...tagsProblems(details),
})
