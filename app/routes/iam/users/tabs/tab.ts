import type { User } from '@aws-sdk/client-iam'

/** The user itself may be refused to somebody who may see a part of it. */
export type UserTabProps = { name: string; user: User | undefined }
