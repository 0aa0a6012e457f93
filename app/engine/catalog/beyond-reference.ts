/**
 * What AWS's own managed policies use although the service authorization reference does not
 * list it. There the reference is taken to be incomplete, for a policy of AWS is no mistake. A
 * spec checks every managed policy, so new data shows what is to be added here.
 */

/** Condition keys, in lower case. */
export const unlistedKeys = new Set([
  'aws:principalorgmasteraccountid',
  'lakeformation:gluearn',
])

/** Several values by type, one by use: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html */
export const looselyMultiValued = new Set(['events:detail-type'])

/**
 * Keys of a role's session, which are in requests to any service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-session-properties
 */
export const crossServiceKeys = new Set([
  'codebuild:buildarn',
  'codebuild:projectarn',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
])

const words = (text: string) => new Set(text.toLowerCase().split(/\s+/))

/** By key as the reference spells it, in lower case: actions of the key's service. */
const actionsOfKeys = new Map([
  ['a4b:amazonid', words('RegisterAVSDevice')],
  ['a4b:filters_devicetype', words('SearchDevices')],
  [
    'application-autoscaling:service-namespace',
    words('DescribeScalableTargets DescribeScalingPolicies'),
  ],
  [
    'aws-marketplace:agreementtype',
    words(`AcceptAgreementApprovalRequest RejectAgreementApprovalRequest
      GetAgreementApprovalRequest ListAgreementApprovalRequests GetAgreementRequest
      CancelAgreementRequest ListAgreementRequests`),
  ],
  ['aws-marketplace:partytype', words('CancelAgreement')],
  [
    'aws-marketplace:productid',
    words(
      'SearchAgreements ListEntitlementDetails DescribeAgreement Subscribe Unsubscribe'
    ),
  ],
  ['codestar-connections:provideraction', words('ListConnections PassConnection')],
  ['deadline:farmmembershiplevels', words('SearchWorkers')],
  ['deadline:fleetmembershiplevels', words('SearchWorkers')],
  ['dms:task-tag/${tagkey}', words('CancelReplicationTaskAssessmentRun')],
  ['ec2:resourcetag/${tagkey}', words('DescribeInstances DescribeNetworkInterfaces')],
  ['ec2:vpc', words('DescribeSubnets')],
  [
    'glue:lakeformationpermissions',
    words(`BatchGetTableOptimizer GetColumnStatisticsTaskRun GetColumnStatisticsTaskRuns
      GetTableOptimizer ListTableOptimizerRuns`),
  ],
  [
    'iottwinmaker:linkedservices',
    words(`GetWorkspace ExecuteQuery GetEntity CreateEntity UpdateEntity DeleteEntity
      ListEntities GetComponentType CreateComponentType UpdateComponentType
      DeleteComponentType ListComponentTypes`),
  ],
  ['nimble:ownedby', words('ListStreamingSessionBackups')],
  ['ram:resourcesharename', words('GetResourceShares')],
  [
    'redshift-data:glue-catalog-arn',
    words('DescribeStatement GetStatementResult CancelStatement GetStagingBucketLocation'),
  ],
  ['ssm:resourcetag/${tagkey}', words('DeregisterManagedInstance')],
])

/** Both in lower case, the action without its service. */
export const isUsedByAws = (key: string, action: string) =>
  actionsOfKeys.get(key)?.has(action) === true

/** Services that own resources themselves, whose ARNs then name no account. */
export const servicesWithOwnResources = new Set(['resource-explorer-2', 'ssm'])

/** By service: how the resource's part of ARNs begins; without a text, where it is empty. */
const resourceHeads: Record<string, string[]> = {
  apigateway: ['/tags', '/v2/'],
  appflow: ['connector-profile/'],
  aps: ['/workspaces'],
  autoscaling: ['scalingPolicy:'],
  backup: ['recovery-point:'],
  'bedrock-agentcore': ['credential-provider/'],
  cloudformation: ['stack/', 'transform/'],
  cloudwatch: ['iotfleethub'],
  config: [':config-rule/'],
  ec2: ['vpc-endpoint:'],
  elasticloadbalancing: ['listener/'],
  grafana: ['/workspaces'],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
  iam: ['report/'],
  kms: [':'],
  logs: ['/aws-glue/', '/aws/lambda/AmazonSecurityLake'],
  organizations: [''],
  pricingplanmanager: ['subscription:'],
  profile: ['/domains/', '/templates'],
  quicksight: ['vpcconnection/'],
  'redshift-serverless': ['snapshotcopyconfiguration/'],
  robomaker: ['/createSimulationApplication'],
  sagemaker: ['Canvas', 'canvas', 'endpointconfig/'],
  secretsmanager: ['opsworks-cm!', 'sqlworkbench!'],
  securityagent: ['agent-instance'],
  states: ['statemachine:'],
  sts: ['assumed-role/'],
  waf: ['changetoken/'],
  'waf-regional': ['changetoken/'],
}

export const isResourceOfAws = (service: string, resource: string) =>
  (Object.hasOwn(resourceHeads, service) &&
    resourceHeads[service]?.some((head) =>
      head === '' ? resource === '' : resource.startsWith(head)
    )) === true

/**
 * Services whose requests tell who owns the VPC endpoint they came through.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount
 */
const endpointServices = words(`acm-pca apprunner applicationinsights athena cloudformation
  comprehendmedical compute-optimizer datasync discovery dynamodb ebs ecr ecs firehose
  gamelift healthlake iam iotfleetwise iotwireless kinesisanalytics kms lambda
  medical-imaging omics payment-cryptography polly rbin rekognition route53 s3 scheduler
  servicediscovery servicequotas shield ssm-contacts storagegateway textract transcribe
  transfer`)

const endpointOrgServices = words(`b2bi cassandra cognito-identity dms ds-data identitystore
  iottwinmaker network-firewall pricing ses sms-voice sqs workmail`)

const endpointKeys = new Set(['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths'])

export const isEndpointKey = (key: string) => endpointKeys.has(key)

export const tellsEndpointOwner = (service: string, key: string) =>
  endpointServices.has(service) ||
  (key === 'aws:vpceorgid' && endpointOrgServices.has(service))
