/** The form that adds an identity provider: what its fields may hold. */
import type { ProviderType } from '~/data/providers'

export type ProviderForm = {
  type: ProviderType
  name: string
  metadata: string
  url: string
  audience: string
}

export const blankProvider: ProviderForm = {
  type: 'SAML',
  name: '',
  metadata: '',
  url: '',
  audience: '',
}

const MOST_AUDIENCE = 255

/** IAM takes metadata of this length. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html */
const [SHORTEST, LONGEST] = [1000, 10_000_000]

function nameProblem(name: string) {
  if (!name) return 'Provider name is required.'
  if (name.length > 128) return 'Provider name must have a maximum of 128 characters.'
  return /^[\w.-]+$/.test(name)
    ? undefined
    : "Provider name contains invalid characters. Use alphanumeric or '._-' characters."
}

function metadataProblem(metadata: string) {
  if (!metadata) return 'Choose the metadata document that your identity provider issued.'
  if (metadata.length < SHORTEST || metadata.length > LONGEST) {
    return 'A metadata document has between 1,000 and 10,000,000 characters.'
  }
  return /<(?:\w+:)?EntityDescriptor\b/.test(metadata)
    ? undefined
    : 'This file is not a SAML metadata document.'
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
function urlProblem(url: string) {
  if (!url) return 'Provider URL is required.'
  if (!url.startsWith('https://')) return 'The provider URL must begin with https://.'
  if (url.length > 255) return 'Provider URL must have a maximum of 255 characters.'
  return /^https:\/\/[\w-]+(?:\.[\w-]+)*(?:\/[^\s?#]*)?$/i.test(url)
    ? undefined
    : 'Enter a URL without a port, a query or a fragment.'
}

function audienceProblem(audience: string) {
  if (!audience) return 'Audience is required.'
  return audience.length > MOST_AUDIENCE
    ? `Audience must have a maximum of ${MOST_AUDIENCE} characters.`
    : undefined
}

export type ProviderProblems = Partial<Record<Exclude<keyof ProviderForm, 'type'>, string>>

export function problemsOf(form: ProviderForm): ProviderProblems {
  const found =
    form.type === 'SAML'
      ? { name: nameProblem(form.name), metadata: metadataProblem(form.metadata) }
      : { url: urlProblem(form.url), audience: audienceProblem(form.audience) }
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, problem]) =>
      problem === undefined ? [] : [[name, problem]]
    )
  )
}
