/** Understudy's kit for Playwright: what tests of other people, and our own, are written with. */
export {
  test,
  type EndpointFixture,
  type UnderstudyFixtures,
  type UnderstudyOptions,
} from './fixtures'
export { expect } from './matchers'
export { AccountMenu, SignInPage, type SwitchForm, SwitchRolePage } from './pages/account'
export {
  AccountSettingsPage,
  type CustomPasswordPolicy,
  PasswordPolicyPage,
} from './pages/account-settings'
export { ConsolePage } from './pages/console-page'
export {
  AccessAnalyzerPage,
  AnalyzerPage,
  AnalyzersPage,
  CreateAnalyzerPage,
  FindingsPage,
} from './pages/access-analyzer'
export {
  ControlPoliciesPage,
  DelegationRequestPage,
  OrganizationActivityPage,
  RootAccessPage,
} from './pages/organization'
export { CredentialReportPage } from './pages/credential-report'
export { EventHistoryPage } from './pages/events'
export { GroupPage, GroupsPage } from './pages/groups'
export { Iam } from './pages/iam'
export {
  AddProviderPage,
  IdentityProviderPage,
  IdentityProvidersPage,
} from './pages/identity-providers'
export { InlinePolicyPage } from './pages/inline-policy'
export { PoliciesPage, PolicyPage, PolicyVersions } from './pages/policies'
export { PolicyEditor } from './pages/policy-editor'
export { PolicySimulator } from './pages/policy-simulator'
export { CreateRoleWizard, RolePage, RolesPage, TrustEditor } from './pages/roles'
export { BucketPage, BucketsPage, S3 } from './pages/s3'
export { CreateUserWizard, UserPage, UsersPage } from './pages/users'
export { VisualBlock, VisualEditor } from './pages/visual-editor'
export { WhoCanAssumePage } from './pages/who-can-assume'
export type { AccessKey } from './pages/credentials'
export { SecurityCredentialsPage } from './pages/security-credentials'
export { UserCredentialsPage } from './pages/user-credentials'
export type { Options } from './options'
export { placeName, placeRole } from './place-name'
export { standIn, type StandIn, type StandInOptions } from './stand-in'
export { totp } from './totp'
export { type Decided, type Pause, Understudy } from './understudy'
export {
  createTestIdentityProvider,
  type TestIdentityProvider,
} from '~/engine/federation/test-identity-provider'
export { pb } from '~/lib/path-builder'
export { isPlaceId, type Place, type PlaceId, places } from '~/lib/places'
export type {
  EventFilter,
  PlaceShown,
  PrincipalRef,
  Ref,
  Refusal,
} from '~/data/hook-contract'
export type { FaultRule } from '~/faults/rule'
export { type Persona, personaNames } from '~/faults/personas'
export type { Assert } from '~/labs/assertion'
export type { ScenarioPatch } from '~/scenarios/patch'
