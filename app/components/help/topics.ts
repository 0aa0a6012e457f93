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
  'iam.whoCanAssume': {
    header: 'Who can assume what',
    paragraphs: [
      'Each arrow leads from somebody to a role, and was decided by the engine: by the trust policy of the role, by the policies of whoever asks, and by boundaries and control policies.',
      'A broken arrow is half a permission. The trust policy names somebody, or a policy names the role, and the other side or a limit is missing; the explanation says what.',
      'It takes permission to iam:GetAccountAuthorizationDetails to see this page, since it shows what everybody may do.',
    ],
    learnMore: [{ text: 'Roles terms and concepts', href: guide('id_roles') }],
  },
  'iam.securityCredentials': {
    header: 'My security credentials',
    paragraphs: [
      'What you sign in with and what signs your calls: your password, MFA devices, access keys, and credentials for single services.',
      'Each box asks IAM on its own, as you. What your policies do not let you see or change is refused there and nowhere else.',
      'A role session has none of these: it came with temporary credentials, which end by themselves.',
    ],
    learnMore: [
      { text: 'AWS security credentials', href: guide('security-creds') },
      {
        text: 'Let users manage their own credentials',
        href: guide('id_credentials_passwords_enable-user-change'),
      },
    ],
  },
  'iam.accessKeys': {
    header: 'Access keys',
    paragraphs: [
      'An access key signs calls from programs. It is good until somebody deactivates or deletes it, whoever holds it.',
      'The secret part is shown once, when the key is made. The description is kept as a tag of the user, with the ID of the key as its name.',
    ],
    learnMore: [
      { text: 'Managing access keys', href: guide('id_credentials_access-keys') },
    ],
  },
  'iam.mfa': {
    header: 'Multi-factor authentication (MFA)',
    paragraphs: [
      'With MFA a password alone does not sign anybody in: a code of a device is asked for as well, a new one every 30 seconds.',
      'Two codes that follow each other show that the device has the right secret and that its clock is right. A code is good once.',
      'The simulated authenticator here shows what an app on a phone would, for those who have none at hand.',
    ],
    learnMore: [{ text: 'MFA in IAM', href: guide('id_credentials_mfa') }],
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
  'iam.policySimulator': {
    header: 'Policy simulator',
    paragraphs: [
      'Choose a user, group or role, pick actions and run the simulation: nothing is called and nothing changes.',
      'Policies can be left out or edited for the simulation alone, to see what depends on them. New policies can be tried before anybody has them.',
      'Resources and condition keys are those of the settings. What is not given there, no condition can match.',
      'A simulation leaves trust policies and resource control policies out. For sts:AssumeRole on a role, the details of the row add what the trust policy says.',
    ],
    learnMore: [
      {
        text: 'IAM policy testing with the policy simulator',
        href: guide('access_policies_testing-policies'),
      },
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
  'iam.accessAnalyzer': {
    header: 'IAM Access Analyzer',
    paragraphs: [
      'An analyzer looks at the policies of roles and buckets and reports who outside of its zone of trust can reach them. Another kind reports access that nobody uses.',
      'Findings are no errors. Archive what is intended, and change the policies behind the rest.',
    ],
    learnMore: [{ text: 'IAM Access Analyzer', href: guide('what-is-access-analyzer') }],
  },
  'iam.externalAccess': {
    header: 'External access',
    paragraphs: [
      'Each finding names one resource, one principal outside of the zone of trust, and what that principal may do.',
      'A finding that is gone because its policy was changed is resolved. One that is archived stays known, out of sight.',
      'The engine is asked for every principal that a policy names, so that a Deny or a condition counts as it does in a real call.',
    ],
    learnMore: [{ text: 'Findings', href: guide('access-analyzer-findings') }],
  },
  'iam.unusedAccess': {
    header: 'Unused access',
    paragraphs: [
      'Roles, passwords, access keys and permissions that were not used in the tracking period of the analyzer.',
      'What is younger than the tracking period is never reported.',
    ],
    learnMore: [{ text: 'Findings', href: guide('access-analyzer-findings') }],
  },
  'iam.analyzers': {
    header: 'Analyzers',
    paragraphs: [
      'The zone of trust of an analyzer is this account or its whole organization. Access from within it is no finding.',
      'An account has one analyzer of each kind with itself as zone of trust.',
    ],
    learnMore: [{ text: 'Settings', href: guide('access-analyzer-settings') }],
  },
  'iam.archiveRules': {
    header: 'Archive rules',
    paragraphs: [
      'A rule archives new findings that meet all of its criteria. Several values of one criterion are alternatives.',
      'Findings that are active already stay so until the rule is applied to them.',
    ],
    learnMore: [{ text: 'Archive rules', href: guide('access-analyzer-archive-rules') }],
  },
  'iam.rootAccess': {
    header: 'Root access management',
    paragraphs: [
      'An organization can do without passwords and keys of the root users in its member accounts. Their credentials are deleted from here, and the few tasks that only root can do are done from here.',
      'Each action opens a session as root of the member account that lasts fifteen minutes and is good for that action alone.',
    ],
    learnMore: [
      {
        text: 'Centralize root access',
        href: guide('id_root-user#id_root-user-access-management'),
      },
    ],
  },
  'iam.delegationRequests': {
    header: 'Temporary delegation requests',
    paragraphs: [
      'A partner asks for a set of permissions and a duration. Who opens its link takes the request up, and whoever may approve it lets the partner in.',
      'Somebody without the permissions that are asked for can send the request on for approval.',
    ],
    learnMore: [
      { text: 'Temporary delegation', href: guide('access_policies-temporary-delegation') },
    ],
  },
  'iam.organizationActivity': {
    header: 'Organization activity',
    paragraphs: [
      'Which services the service control policies leave open for a part of the organization, and when somebody there tried each of them last.',
      'Services that nobody uses can be closed by a policy without harm.',
    ],
    learnMore: [
      {
        text: 'Last accessed information for Organizations',
        href: guide('access_policies_last-accessed-view-data-orgs'),
      },
    ],
  },
  'iam.serviceControlPolicies': {
    header: 'Service control policies',
    paragraphs: [
      'A service control policy limits what users and roles of member accounts can be allowed. It grants nothing by itself.',
      'A request has to be allowed at every level: by the root, each organizational unit on the way, and the account.',
    ],
    learnMore: [
      {
        text: 'Service control policies',
        href: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
      },
    ],
  },
  'iam.resourceControlPolicies': {
    header: 'Resource control policies',
    paragraphs: [
      'A resource control policy limits what anybody can be allowed on the resources of member accounts, whoever calls.',
      'It concerns some services alone, Amazon S3 and AWS STS among them.',
    ],
    learnMore: [
      {
        text: 'Resource control policies',
        href: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
      },
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
