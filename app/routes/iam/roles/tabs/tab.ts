import type { Role } from '@aws-sdk/client-iam'

/** The role itself may be refused to somebody who may see a part of it. */
export type RoleTabProps = { name: string; role: Role | undefined }
