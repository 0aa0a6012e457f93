/**
 * Every spot a person can be sent to, by name. When wording changes, one line here changes; what
 * another edition of the console calls it is in `words`.
 */
import { accountSettings, credentialReport } from './places/account'
import { accessAnalyzer } from './places/analyzer'
import { frame, home, iamHome, notBuilt, signIn, switchRole } from './places/frame'
import { groups, policies } from './places/groups'
import { policyEditor } from './places/policy-editor'
import { delegationRequests, organization } from './places/organization'
import { identityProviders } from './places/providers'
import { policySimulator } from './places/policy-simulator'
import { createRole, inlinePolicy, role, roles } from './places/roles'
import { cloudtrail, objects, s3 } from './places/s3'
import { securityCredentials, userCredentials } from './places/credentials'
import { statementPanel } from './places/statement-panel'
import { user, users } from './places/users'
import { whoCanAssume } from './places/who-can-assume'

export type { Place } from './places/place'

export const places = {
  ...frame,
  ...signIn,
  ...switchRole,
  ...home,
  ...notBuilt,
  ...iamHome,
  ...roles,
  ...createRole,
  ...role,
  ...inlinePolicy,
  ...users,
  ...user,
  ...userCredentials,
  ...securityCredentials,
  ...groups,
  ...policies,
  ...policyEditor,
  ...policySimulator,
  ...identityProviders,
  ...accountSettings,
  ...credentialReport,
  ...whoCanAssume,
  ...accessAnalyzer,
  ...organization,
  ...delegationRequests,
  ...s3,
  ...objects,
  ...cloudtrail,
  ...statementPanel,
}

export type PlaceId = keyof typeof places

/** Whether a text is the name of a place. */
export const isPlaceId = (text: string): text is PlaceId => Object.hasOwn(places, text)

/** What places begin with that end in this: `iam.roles` for `search`. */
export type PlacesOf<End extends string> = PlaceId extends infer Id
  ? Id extends `${infer Begin}.${End}`
    ? Begin
    : never
  : never

/** What marks a place's element. */
export const place = (id: PlaceId) => ({ 'data-u-place': id })

/** For Cloudscape's components, each of which names its native element differently. */
export const placeButton = (id: PlaceId) => ({
  nativeButtonAttributes: place(id),
  nativeAnchorAttributes: place(id),
})
export const placeLink = (id: PlaceId) => ({ nativeAttributes: place(id) })
/** For a text area. */
export const placeArea = (id: PlaceId) => ({ nativeTextareaAttributes: place(id) })
export const placeInput = (id: PlaceId) => ({ nativeInputAttributes: place(id) })
