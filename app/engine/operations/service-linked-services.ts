/**
 * Services that can have a service-linked role: name of the service's principal, of its role and
 * of the policy that the role has. Three let a suffix tell several roles apart.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const table = `
  access-analyzer AccessAnalyzer AccessAnalyzerServiceRolePolicy
  accountdiscovery.ssm AmazonSSM_AccountDiscovery AWSSystemsManagerAccountDiscoveryServicePolicy
  acm CertificateManager CertificateManagerServiceRolePolicy
  appmesh AppMesh AWSAppMeshServiceRolePolicy
  autoscaling AutoScaling AutoScalingServiceRolePolicy suffix
  autoscaling-plans AutoScalingPlans_EC2AutoScaling AWSAutoScalingPlansEC2AutoScalingPolicy
  backup Backup AWSBackupServiceLinkedRolePolicyForBackup
  batch Batch BatchServiceRolePolicy
  cassandra.application-autoscaling ApplicationAutoScaling_CassandraTable AWSApplicationAutoscalingCassandraTablePolicy
  cks.kms KeyManagementServiceCustomKeyStores AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy
  cloudtrail CloudTrail CloudTrailServiceRolePolicy
  codestar-notifications CodeStarNotifications AWSCodeStarNotificationsServiceRolePolicy
  config Config AWSConfigServiceRolePolicy
  connect AmazonConnect AmazonConnectServiceLinkedRolePolicy suffix
  custom-resource.application-autoscaling ApplicationAutoScaling_CustomResource AWSApplicationAutoScalingCustomResourcePolicy
  dms DMSServerless AWSDMSServerlessServiceRolePolicy
  dms-fleet-advisor DMSFleetAdvisor AWSDMSFleetAdvisorServiceRolePolicy
  docdb-elastic DocDB-Elastic AmazonDocDB-ElasticServiceRolePolicy
  dynamodb.application-autoscaling ApplicationAutoScaling_DynamoDBTable AWSApplicationAutoscalingDynamoDBTablePolicy
  ec2-instance-connect Ec2InstanceConnect Ec2InstanceConnectEndpoint
  ec2.application-autoscaling ApplicationAutoScaling_EC2SpotFleetRequest AWSApplicationAutoscalingEC2SpotFleetRequestPolicy
  ecr ECRTemplate ECRTemplateServiceRolePolicy
  ecs ECS AmazonECSServiceRolePolicy
  ecs.application-autoscaling ApplicationAutoScaling_ECSService AWSApplicationAutoscalingECSServicePolicy
  eks AmazonEKS AmazonEKSServiceRolePolicy
  eks-connector AmazonEKSConnector AmazonEKSConnectorServiceRolePolicy
  eks-fargate AmazonEKSForFargate AmazonEKSForFargateServiceRolePolicy
  eks-nodegroup AmazonEKSNodegroup AWSServiceRoleForAmazonEKSNodegroup
  elasticache ElastiCache ElastiCacheServiceRolePolicy
  elasticbeanstalk ElasticBeanstalk AWSElasticBeanstalkServiceRolePolicy
  elasticfilesystem AmazonElasticFileSystem AmazonElasticFileSystemServiceRolePolicy
  elasticloadbalancing ElasticLoadBalancing AWSElasticLoadBalancingServiceRolePolicy
  elasticmapreduce EMRCleanup AmazonEMRCleanupPolicy
  email.cognito-idp AmazonCognitoIdpEmailService AmazonCognitoIdpEmailServiceRolePolicy
  emr-containers AmazonEMRContainers AmazonEMRContainersServiceRolePolicy
  emrwal EMRWAL EMRDescribeClusterPolicyForEMRWAL
  es AmazonElasticsearchService AmazonElasticsearchServiceRolePolicy
  fis FIS AmazonFISServiceRolePolicy
  globalaccelerator GlobalAccelerator AWSGlobalAcceleratorSLRPolicy
  grafana AmazonGrafana AmazonGrafanaServiceLinkedRolePolicy
  guardduty AmazonGuardDuty AmazonGuardDutyServiceRolePolicy
  imagebuilder ImageBuilder AWSServiceRoleForImageBuilder
  inspector2 AmazonInspector2 AmazonInspector2ServiceRolePolicy
  iotmanagedintegrations IoTManagedIntegrations AWSIoTManagedIntegrationsRolePolicy
  kafka Kafka KafkaServiceRolePolicy
  kafkaconnect KafkaConnect KafkaConnectServiceRolePolicy
  lakeformation LakeFormationDataAccess LakeFormationDataAccessServiceRolePolicy
  lambda.application-autoscaling ApplicationAutoScaling_LambdaConcurrency AWSApplicationAutoscalingLambdaConcurrencyPolicy
  lex LexBots AmazonLexBotPolicy
  lexv2 LexV2Bots AmazonLexV2BotPolicy suffix
  lightsail Lightsail LightsailExportAccess
  logger.cloudfront CloudFrontLogger AWSCloudFrontLogger
  m2 AWSM2 AWSM2ServicePolicy
  macie AmazonMacie AmazonMacieServiceRolePolicy
  memorydb MemoryDB MemoryDBServiceRolePolicy
  mq AmazonMQ AmazonMQServiceRolePolicy
  mrk.kms KeyManagementServiceMultiRegionKeys AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy
  notifications AwsUserNotifications AWSUserNotificationsServiceLinkedRolePolicy
  observability.aoss AmazonOpenSearchServerless AmazonOpenSearchServerlessServiceRolePolicy
  opensearchservice AmazonOpenSearchService AmazonOpenSearchServiceRolePolicy
  ops.apigateway APIGateway APIGatewayServiceRolePolicy
  ops.emr-serverless AmazonEMRServerless AmazonEMRServerlessServiceRolePolicy
  opsdatasync.ssm SystemsManagerOpsDataSync AWSSystemsManagerOpsDataSyncServiceRolePolicy
  opsinsights.ssm AmazonSSM_OpsInsights AWSSSMOpsInsightsServiceRolePolicy
  organizations Organizations AWSOrganizationsServiceTrustPolicy
  pullthroughcache.ecr ECRPullThroughCache AWSECRPullThroughCache_ServiceRolePolicy
  ram ResourceAccessManager AWSResourceAccessManagerServiceRolePolicy
  rds RDS AmazonRDSServiceRolePolicy
  rds.application-autoscaling ApplicationAutoScaling_RDSCluster AWSApplicationAutoscalingRDSClusterPolicy
  redshift Redshift AmazonRedshiftServiceLinkedRolePolicy
  replication.cassandra KeyspacesReplication KeyspacesReplicationServiceRolePolicy
  replication.ecr ECRReplication ECRReplicationServiceRolePolicy
  replicator.lambda LambdaReplicator AWSLambdaReplicator
  repository.sync.codeconnections GitSync AWSGitSyncServiceRolePolicy
  resource-explorer-2 ResourceExplorer AWSResourceExplorerServiceRolePolicy
  role-manager.iam IAMRoleManager AWSIAMRoleManagerServiceRolePolicy
  rolesanywhere RolesAnywhere AWSRolesAnywhereServicePolicy
  s3-outposts S3OnOutposts AWSS3OnOutpostsServiceRolePolicy
  sagemaker.application-autoscaling ApplicationAutoScaling_SageMakerEndpoint AWSApplicationAutoscalingSageMakerEndpointPolicy
  securityhub SecurityHub AWSSecurityHubServiceRolePolicy
  ses AmazonSES AmazonSESServiceRolePolicy
  shield AWSShield AWSShieldServiceRolePolicy
  spot EC2Spot AWSEC2SpotServiceRolePolicy
  spotfleet EC2SpotFleet AWSEC2SpotFleetServiceRolePolicy
  ssm AmazonSSM AmazonSSMServiceRolePolicy
  ssm-incidents IncidentManager AWSIncidentManagerServiceRolePolicy
  ssm-quicksetup SSMQuickSetup SSMQuickSetupRolePolicy
  sso SSO AWSSSOServiceRolePolicy
  support Support AWSSupportServiceRolePolicy
  transitgateway VPCTransitGateway AWSVPCTransitGatewayServiceRolePolicy
  trustedadvisor TrustedAdvisor AWSTrustedAdvisorServiceRolePolicy
  vpcorigin.cloudfront CloudFrontVPCOrigin AWSCloudFrontVPCOriginServiceRolePolicy
  waf WAFLogging WAFLoggingServiceRolePolicy
  wafv2 WAFV2Logging WAFV2LoggingServiceRolePolicy
`

export type LinkedService = { roleName: string; policyArn: string; takesSuffix: boolean }

const services = new Map(
  table
    .trim()
    .split('\n')
    .map((line): [string, LinkedService] => {
      const [service = '', role = '', policy = '', suffix] = line.trim().split(' ')
      return [
        `${service}.amazonaws.com`,
        {
          roleName: `AWSServiceRoleFor${role}`,
          policyArn: `arn:aws:iam::aws:policy/aws-service-role/${policy}`,
          takesSuffix: suffix !== undefined,
        },
      ]
    })
)

export const linkedServiceOf = (principal: string) => services.get(principal)
