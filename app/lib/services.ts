import { pb } from './path-builder'

/** What the services menu, the search box and the home page offer. */
export type ConsoleService = {
  id: string
  name: string
  category: string
  description: string
  href: string
  /** Pages inside, for the search. */
  features: { name: string; href: string }[]
}

export const services: ConsoleService[] = [
  {
    id: 'iam',
    name: 'IAM',
    category: 'Security, Identity, & Compliance',
    description: 'Manage access to AWS resources',
    href: pb.iam(),
    features: [
      { name: 'Roles', href: pb.roles() },
      { name: 'Policies', href: pb.policies() },
      { name: 'IAM users', href: pb.users() },
      { name: 'IAM user groups', href: pb.groups() },
      { name: 'Identity providers', href: pb.identityProviders() },
      { name: 'Who can assume what', href: pb.whoCanAssume() },
      { name: 'Account settings', href: pb.accountSettings() },
      { name: 'Credential report', href: pb.credentialReport() },
      { name: 'Policy simulator', href: pb.policySimulator() },
      { name: 'My security credentials', href: pb.securityCredentials() },
      { name: 'Create role', href: pb.roleCreate() },
      { name: 'Switch role', href: pb.switchRole() },
    ],
  },
  {
    id: 's3',
    name: 'S3',
    category: 'Storage',
    description: 'Scalable storage in the cloud',
    href: pb.buckets(),
    features: [
      { name: 'Buckets', href: pb.buckets() },
      { name: 'Create bucket', href: pb.bucketCreate() },
    ],
  },
  {
    id: 'cloudtrail',
    name: 'CloudTrail',
    category: 'Management & Governance',
    description: 'Track user activity and API usage',
    href: pb.events(),
    features: [{ name: 'Event history', href: pb.events() }],
  },
]

export const serviceById = (id: string) => services.find((service) => service.id === id)
