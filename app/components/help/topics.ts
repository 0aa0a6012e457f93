/** Texts of the help panel. A page's topic is named in its route, an Info link names its own. */
export type HelpText = {
  header: string
  paragraphs: string[]
  learnMore?: { text: string; href: string }[]
}

const guide = (page: string) =>
  `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`

export const topics = {
  home: {
    header: 'Console Home',
    paragraphs: [
      'Open a service from Services in the top bar, or search for it.',
      'This is a simulation. The people, accounts and resources here live in your browser and nowhere else.',
    ],
  },
  'iam.dashboard': {
    header: 'IAM dashboard',
    paragraphs: [
      'The dashboard counts the IAM resources of this account and shows how its users sign in.',
      'Each card asks IAM for its own numbers. A card you may not see says so and leaves the others alone.',
      'With an account alias, users can sign in by a name instead of the 12-digit account ID.',
    ],
    learnMore: [{ text: 'What is IAM?', href: guide('introduction') }],
  },
  'iam.roles': {
    header: 'Roles',
    paragraphs: [
      'A role is an identity that somebody takes on for a while. It has permissions of its own and no password or keys.',
      'The trust policy says who may take the role on; the permissions policies say what they can do then.',
    ],
    learnMore: [{ text: 'IAM roles', href: guide('id_roles') }],
  },
  'iam.trustedEntity': {
    header: 'Trusted entity',
    paragraphs: [
      'A trusted entity is whoever may take the role on: a service, an account, or users who sign in somewhere else.',
      'Trusting an account does not let all of its users in. Each of them also needs a policy that allows sts:AssumeRole on the role.',
    ],
    learnMore: [{ text: 'Creating roles', href: guide('id_roles_create') }],
  },
  'iam.users': {
    header: 'IAM users',
    paragraphs: [
      'An IAM user is a person or a program with long-term credentials in one account.',
      'A user starts with no permissions. They come from policies on the user and on its groups.',
    ],
    learnMore: [{ text: 'IAM users', href: guide('id_users') }],
  },
  'iam.identityProviders': {
    header: 'Identity providers',
    paragraphs: [
      'An identity provider vouches for people who have no IAM user. A role that trusts it decides what they may do here.',
      'SAML providers are made from the metadata document that they issue. OpenID Connect providers are known by their URL and by the audiences of their tokens.',
    ],
    learnMore: [{ text: 'Identity providers', href: guide('id_roles_providers') }],
  },
  'iam.accountSettings': {
    header: 'Account settings',
    paragraphs: [
      'What holds for all IAM users of the account: the rules for their passwords, and the tokens that AWS STS gives out.',
    ],
  },
  'iam.passwordPolicy': {
    header: 'Password policy',
    paragraphs: [
      'Passwords of IAM users have to meet these rules when they are set. The root user’s does not.',
      'Without a custom policy IAM’s own holds: eight characters of three kinds, and no end.',
      'A rule that is changed does not end passwords that are in use, except for how long they are good.',
    ],
    learnMore: [
      {
        text: 'Set an account password policy',
        href: guide('id_credentials_passwords_account-policy'),
      },
    ],
  },
  'iam.sessionTokens': {
    header: 'Session tokens',
    paragraphs: [
      'Tokens of the global endpoint are good in the Regions that are enabled by default, unless you say otherwise. Those of Regional endpoints are good everywhere.',
    ],
    learnMore: [
      {
        text: 'Manage AWS STS in an AWS Region',
        href: guide('id_credentials_temp_enable-regions'),
      },
    ],
  },
  'iam.credentialReport': {
    header: 'Credential report',
    paragraphs: [
      'A table of all IAM users and the root user: passwords, access keys, MFA and certificates, and when each was used last.',
      'A report is made at most every four hours; until then the last one is downloaded again.',
    ],
    learnMore: [
      { text: 'Getting credential reports', href: guide('id_credentials_getting-report') },
    ],
  },
  'iam.lastAccessed': {
    header: 'Last accessed information',
    paragraphs: [
      'The services that somebody may use, and when each was last called. What is not used can often be taken out of a policy.',
      'A call counts whether it was allowed or refused. Times are kept to the hour.',
    ],
    learnMore: [
      { text: 'Last accessed information', href: guide('access_policies_last-accessed') },
    ],
  },
  'iam.groups': {
    header: 'IAM user groups',
    paragraphs: [
      'A policy attached to a group applies to every user in it. A group cannot sign in and cannot be named as a principal.',
    ],
    learnMore: [{ text: 'IAM user groups', href: guide('id_groups') }],
  },
  'iam.policies': {
    header: 'Policies',
    paragraphs: [
      'A policy is a JSON document that allows or denies actions on resources. AWS managed policies are kept by AWS; customer managed ones are yours.',
    ],
    learnMore: [{ text: 'Policies and permissions', href: guide('access_policies') }],
  },
  'iam.policyEditor': {
    header: 'Policy editor',
    paragraphs: [
      'Visual shows a policy in blocks: a service, what may be done in it, on which resources, and when. JSON shows the same policy as its text.',
      'Going from one to the other loses nothing. A statement about several services becomes several blocks, and one that blocks cannot hold stays as it is.',
      'Import policy adds the statements of another policy. The CloudFormation template makes the policy elsewhere.',
    ],
    learnMore: [
      { text: 'Creating IAM policies', href: guide('access_policies_create-console') },
    ],
  },
  'iam.policySummary': {
    header: 'Policy summary',
    paragraphs: [
      'The summary lists what a policy allows and denies, service by service. A service that is not listed is implicitly denied.',
      'Full means that every action of an access level is covered, Limited that some are.',
      'A warning marks actions and resources that do not fit together and so have no effect.',
    ],
    learnMore: [{ text: 'Policy summaries', href: guide('access_policies_understand') }],
  },
  'iam.trustPolicy': {
    header: 'Trust policy',
    paragraphs: [
      'The trust policy names the principals that may assume the role, and the conditions under which they may.',
      'Naming an account (:root) leaves the choice to that account: its administrators grant sts:AssumeRole to their users.',
    ],
    learnMore: [
      { text: 'Editing a trust policy', href: guide('id_roles_update-role-trust-policy') },
    ],
  },
  switchRole: {
    header: 'Switch role',
    paragraphs: [
      'While a role is active its permissions replace yours. Nothing is added up. Switch back to have your own again.',
      'Your sign-in authorises the switch: the role has to trust you, and your policies may have to allow sts:AssumeRole.',
    ],
    learnMore: [
      { text: 'Switching to a role', href: guide('id_roles_use_switch-role-console') },
    ],
  },
  's3.buckets': {
    header: 'Buckets',
    paragraphs: ['Buckets hold objects. A bucket name is unique among all accounts.'],
    learnMore: [
      {
        text: 'Amazon S3 buckets',
        href: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html',
      },
    ],
  },
  'cloudtrail.events': {
    header: 'Event history',
    paragraphs: [
      'Every call the console makes is recorded here, the refused ones as well.',
      'The list begins with the calls that change something. Choose another attribute to see the others.',
      'Calls on objects in S3 are data events, which are not part of the event history.',
    ],
  },
} satisfies Record<string, HelpText>

export type HelpTopic = keyof typeof topics
