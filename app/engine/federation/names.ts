/** Namespaces, algorithms and addresses, as the standards and AWS spell them. */
export const ns = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const

export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

/** SHA-1 is left out: nobody should trust it any more. */
export const signatureHashes = new Map([
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'SHA-256'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'SHA-384'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'SHA-512'],
])

export const digestHashes = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'SHA-256'],
  ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'SHA-384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'SHA-512'],
])

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
export const SIGN_IN = 'https://signin.aws.amazon.com/saml'
export const AUDIENCE = 'urn:amazon:webservices'

const ATTRIBUTES = 'https://aws.amazon.com/SAML/Attributes/'

export const attributeNames = {
  role: `${ATTRIBUTES}Role`,
  sessionName: `${ATTRIBUTES}RoleSessionName`,
  sessionDuration: `${ATTRIBUTES}SessionDuration`,
  sourceIdentity: `${ATTRIBUTES}SourceIdentity`,
  transitiveTagKeys: `${ATTRIBUTES}TransitiveTagKeys`,
  principalTag: `${ATTRIBUTES}PrincipalTag:`,
} as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp */
export const claimNames = {
  tags: 'https://aws.amazon.com/tags',
  sourceIdentity: 'https://aws.amazon.com/source_identity',
} as const
