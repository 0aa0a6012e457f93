/** Values that links to the create-role wizard use, each as one word. */
export type TrustedEntityType =
  | 'AWS_SERVICE'
  | 'AWS_ACCOUNT'
  | 'WEB_IDENTITY'
  | 'SAML_2_0_FEDERATION'
  | 'CUSTOM_TRUST_POLICY'

export const entityTypes: Record<string, TrustedEntityType> = {
  awsservice: 'AWS_SERVICE',
  service: 'AWS_SERVICE',
  awsaccount: 'AWS_ACCOUNT',
  account: 'AWS_ACCOUNT',
  anotherawsaccount: 'AWS_ACCOUNT',
  anotheraccount: 'AWS_ACCOUNT',
  crossaccount: 'AWS_ACCOUNT',
  thisaccount: 'AWS_ACCOUNT',
  thirdparty: 'AWS_ACCOUNT',
  webidentity: 'WEB_IDENTITY',
  web: 'WEB_IDENTITY',
  oidc: 'WEB_IDENTITY',
  openid: 'WEB_IDENTITY',
  openidconnect: 'WEB_IDENTITY',
  identityprovider: 'WEB_IDENTITY',
  saml: 'SAML_2_0_FEDERATION',
  saml2: 'SAML_2_0_FEDERATION',
  saml20: 'SAML_2_0_FEDERATION',
  saml20federation: 'SAML_2_0_FEDERATION',
  samlfederation: 'SAML_2_0_FEDERATION',
  federation: 'SAML_2_0_FEDERATION',
  custom: 'CUSTOM_TRUST_POLICY',
  customtrustpolicy: 'CUSTOM_TRUST_POLICY',
  trustpolicy: 'CUSTOM_TRUST_POLICY',
}

export type WizardStep = 'type' | 'permissions' | 'review'

export const steps: Record<string, WizardStep> = {
  type: 'type',
  trust: 'type',
  selectentity: 'type',
  selectentities: 'type',
  selecttrustedentity: 'type',
  trustedentity: 'type',
  '1': 'type',
  permission: 'permissions',
  permissions: 'permissions',
  addpermission: 'permissions',
  addpermissions: 'permissions',
  attachpolicy: 'permissions',
  attachpolicies: 'permissions',
  policies: 'permissions',
  '2': 'permissions',
  tags: 'review',
  addtags: 'review',
  review: 'review',
  namereview: 'review',
  namereviewandcreate: 'review',
  reviewandcreate: 'review',
  final: 'review',
  '3': 'review',
  '4': 'review',
}
