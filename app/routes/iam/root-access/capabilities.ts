import type { RootFeature } from '~/data/root-access'

export const capabilities: { id: RootFeature; name: string; description: string }[] = [
  {
    id: 'RootCredentialsManagement',
    name: 'Root credentials management',
    description:
      'See and delete the credentials of root users in member accounts, and let them set a password again.',
  },
  {
    id: 'RootSessions',
    name: 'Privileged root actions in member accounts',
    description:
      'Delete a bucket policy that keeps everybody out, as the root user of the member account alone could.',
  },
]
