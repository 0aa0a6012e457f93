/**
 * Attributes of an assertion that trust policies can ask about, by the names under which
 * providers send them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml-attribute-mapping
 */
import type { Context } from '../context'

const EDU_PERSON = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.'
const EDU_ORG = 'urn:oid:1.3.6.1.4.1.5923.1.2.1.'
const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/'

const keys = new Map([
  [`${EDU_PERSON}1`, 'saml:edupersonaffiliation'],
  [`${EDU_PERSON}2`, 'saml:edupersonnickname'],
  [`${EDU_PERSON}3`, 'saml:edupersonorgdn'],
  [`${EDU_PERSON}4`, 'saml:edupersonorgunitdn'],
  [`${EDU_PERSON}5`, 'saml:edupersonprimaryaffiliation'],
  [`${EDU_PERSON}6`, 'saml:edupersonprincipalname'],
  [`${EDU_PERSON}7`, 'saml:edupersonentitlement'],
  [`${EDU_PERSON}8`, 'saml:edupersonprimaryorgunitdn'],
  [`${EDU_PERSON}9`, 'saml:edupersonscopedaffiliation'],
  [`${EDU_PERSON}10`, 'saml:edupersontargetedid'],
  [`${EDU_PERSON}11`, 'saml:edupersonassurance'],
  [`${EDU_ORG}2`, 'saml:eduorghomepageuri'],
  [`${EDU_ORG}3`, 'saml:eduorgidentityauthnpolicyuri'],
  [`${EDU_ORG}4`, 'saml:eduorglegalname'],
  [`${EDU_ORG}5`, 'saml:eduorgsuperioruri'],
  [`${EDU_ORG}6`, 'saml:eduorgwhitepagesuri'],
  ['urn:oid:2.5.4.3', 'saml:cn'],
  ['urn:oid:2.5.4.4', 'saml:surname'],
  ['urn:oid:2.5.4.42', 'saml:givenName'],
  ['urn:oid:2.5.4.45', 'saml:x500UniqueIdentifier'],
  ['urn:oid:0.9.2342.19200300.100.1.1', 'saml:uid'],
  ['urn:oid:0.9.2342.19200300.100.1.3', 'saml:mail'],
  ['urn:oid:0.9.2342.19200300.100.1.45', 'saml:organizationStatus'],
  ['http://schemas.xmlsoap.org/claims/CommonName', 'saml:commonName'],
  [`${CLAIMS}name`, 'saml:name'],
  [
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid',
    'saml:primaryGroupSID',
  ],
])

export const attributeContext = (attributes: Map<string, string[]>): Context =>
  Object.fromEntries(
    [...attributes].flatMap(([name, values]) => {
      const key = keys.get(name)
      const [only, ...others] = values
      if (key === undefined || only === undefined) return []
      return [[key, others.length > 0 ? values : only]]
    })
  )
