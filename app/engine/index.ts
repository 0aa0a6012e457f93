/** The engine's public face: everything that other rooms and other programs may rely on. */
export { encodeAuthorizationMessage } from './authorization-message'
export {
  accessLevelOf,
  type ActionAuthorization,
  actionOf,
  type ActionResource,
  actionsMatching,
  type ConditionKey,
  conditionKeysOf,
  type ConditionKeyType,
  isServiceLoaded,
  loadServiceAuthorization,
  type ResourceType,
  resourceTypesOf,
  type ServiceAuthorization,
  serviceOf,
} from './catalog/service-authorization'
export {
  type Clock,
  type Cloud,
  type CloudOptions,
  createCloud,
  DEFAULT_TIME,
} from './cloud'
export type { AwsClient } from './api'
export { isServiceError, ServiceError } from './errors'
export { authorize } from './evaluate/authorize'
export type {
  AuthorizationRequest,
  AuthorizeOptions,
  Decision,
  PolicySet,
  Verdict,
} from './evaluate/decision'
export { accessDeniedReason, explainReason, whatWouldChangeIt } from './evaluate/explain'
export { type Half, type Halves, halvesOf } from './evaluate/halves'
export type { Change as PolicyChange, Remedy } from './evaluate/remedy'
export { fullTrace, nearMisses, whatMattered } from './evaluate/trace'
export {
  type AssertionRequest,
  createTestIdentityProvider,
  type TestIdentityProvider,
  type TokenRequest,
} from './federation/test-identity-provider'
export type { Account, ApiEvent, Credentials, World } from './model'
export type { PolicyDocument } from './policy/document'
export {
  type Finding,
  isRejection,
  type PolicyKind,
  type Severity,
  withoutRepeats,
} from './policy/finding'
export { loadForPolicy } from './policy/load'
export { validatePolicy } from './policy/validate'
export type { Question } from './question'
export { type IdleStatement, idleStatements } from './questions/idle-statements'
export { type Ability, type Extent, whatCan } from './questions/what-can'
export {
  type Attached,
  type Difference,
  whatWouldChange,
  withAttached,
} from './questions/what-would-change'
export { type Assumer, type Assumers, whoCanAssume } from './questions/who-can-assume'
export type { SignInForm } from './sign-in'
export type { SigningKey } from './signing-key'
export type { Change, Journal } from './store'
export { DEFAULT_ACCOUNT, newAccount, newWorld } from './world'
