/**
 * Templates of AWS from which roles can be made: those of them whose text is known here.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRoleTemplateVersion.html
 */
export type TemplateParameter = {
  name: string
  description: string
  /** Has to be given where there is none. */
  byDefault?: string
}

export type RoleTemplate = {
  service: string
  name: string
  versionId: string
  description: string
  path?: string
  roleDescription: string
  trustPolicy: object
  policyArns: string[]
  parameters: TemplateParameter[]
  created: string
}

const trust = (service: string, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      ...more,
    },
  ],
})

const templates: RoleTemplate[] = [
  {
    service: 'iam.amazonaws.com',
    name: 'PowerUserRoleTemplate',
    versionId: 'AVTAZKAPJZG4N6BGA67NU',
    description:
      'Creates a role that grants PowerUser permissions to the calling AWS service, allowing it to create and manage most AWS resources on your behalf. Intended for services that require wide-ranging permissions. The trusted service is configurable via the AWSServiceName parameter.',
    roleDescription: 'Power user role for @{AWSServiceName}',
    trustPolicy: trust('@{AWSServiceName}'),
    policyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
    parameters: [
      { name: 'AWSServiceName', description: 'Service principal of the service' },
      {
        name: 'RoleName',
        description: 'Customized name for the role',
        byDefault: 'PowerUserRole',
      },
    ],
    created: '2026-06-12T02:57:08.000Z',
  },
  {
    service: 'backup.amazonaws.com',
    name: 'AWSBackupDefaultServiceRoleTemplate',
    versionId: 'AVTAZKAPJZG4ILRKDYSS2',
    description:
      'Create a role that grants AWS Backup the permissions it needs to protect your resources, including creating and managing backups for DynamoDB, RDS, EC2 EBS volumes, EFS file systems, and Storage Gateway volumes. This is the standard service role used by AWS Backup when performing backup and restore jobs.',
    path: '/service-role/',
    roleDescription:
      'Standard service role the provides AWS Backup service permission to create and restore backups on your behalf across AWS services',
    trustPolicy: trust('backup.amazonaws.com', {
      Condition: { StringEquals: { 'aws:SourceAccount': '@{accountId}' } },
    }),
    policyArns: [
      'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
      'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores',
    ],
    parameters: [
      { name: 'accountId', description: 'Account id of the target account' },
      {
        name: 'RoleName',
        description: 'Custom name for the role',
        byDefault: 'AWSBackupDefaultServiceRole',
      },
    ],
    created: '2026-07-09T15:27:12.000Z',
  },
]

export const templateArn = ({ service, name }: RoleTemplate) =>
  `arn:aws:iam::aws:role-template/${service}/${name}:1`

export const roleTemplate = (arn: string | undefined) =>
  templates.find((template) => templateArn(template) === arn)
