/** The engine's public face: everything that other rooms and other programs may rely on. */
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
export { accessDeniedReason, explainReason } from './evaluate/explain'
export type { Account, ApiEvent, Credentials, World } from './model'
export type { PolicyDocument } from './policy/document'
export type { Finding, PolicyKind, Severity } from './policy/finding'
export { validatePolicy } from './policy/validate'
export type { Question } from './question'
export type { SignInForm } from './sign-in'
export type { Change, Journal } from './store'
export { DEFAULT_ACCOUNT, newAccount, newWorld } from './world'
