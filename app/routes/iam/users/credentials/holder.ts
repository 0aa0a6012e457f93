import type { Owner } from '~/data/users'
import { pb } from '~/lib/path-builder'

/** Whose credentials they are: a user's, on the user's page, or one's own; root has no name. */
export type Holder = { isOwn: false; name: string } | { isOwn: true; name: Owner }

export const homeOf = (holder: Holder) =>
  holder.isOwn ? pb.securityCredentials() : pb.user(holder.name, 'security_credentials')

export const keyWizardOf = (holder: Holder) =>
  holder.isOwn ? pb.ownAccessKeyCreate() : pb.userCreateAccessKey(holder.name)

export const mfaWizardOf = (holder: Holder) =>
  holder.isOwn ? pb.ownMfaAssign() : pb.userAssignMfa(holder.name)

/** Files are named after whom they are for. */
export const fileNameOf = ({ name = 'root' }: Holder) => name
