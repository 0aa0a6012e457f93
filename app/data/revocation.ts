/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html */
export const REVOCATION = 'AWSRevokeOlderSessions'

/** Denies everything to the sessions that began before a time. */
export const revocation = (before: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': before } },
      },
    ],
  })
