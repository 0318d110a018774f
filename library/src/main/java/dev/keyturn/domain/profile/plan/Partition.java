package dev.keyturn.domain.profile.plan;

/**
 * An AWS partition, with its own accounts, regions and host names.
 *
 * <p>Source: {@code partitions.json} and the endpoint rule set of IAM, as botocore 1.43 ships them.
 */
public enum Partition {
  /** The commercial regions; also assumed for unknown regions. */
  AWS("aws", "", "amazonaws.com", "api.aws", "us-east-1"),
  /** China. */
  CHINA("aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "cn-north-1"),
  /** GovCloud (US). */
  GOV_CLOUD("aws-us-gov", "us-gov-", "amazonaws.com", "api.aws", "us-gov-west-1"),
  /** The US Top Secret regions. */
  ISO("aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1"),
  /** The US Secret regions. */
  ISO_B("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-east-1"),
  /** The isolated European regions. */
  ISO_E("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-west-1"),
  /** The second group of isolated US regions. */
  ISO_F("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov", "us-isof-south-1"),
  /** The European Sovereign Cloud. */
  EUROPEAN_SOVEREIGN(
      "aws-eusc", "eusc-", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1");

  private static final Partition[] ALL = values();

  private final String id;
  private final String regionPrefix;
  private final String dnsSuffix;
  private final String dualStackDnsSuffix;
  private final String iamRegion;

  Partition(
      String id,
      String regionPrefix,
      String dnsSuffix,
      String dualStackDnsSuffix,
      String iamRegion) {
    this.id = id;
    this.regionPrefix = regionPrefix;
    this.dnsSuffix = dnsSuffix;
    this.dualStackDnsSuffix = dualStackDnsSuffix;
    this.iamRegion = iamRegion;
  }

  /** Its name in ARNs, such as {@code aws-cn}. */
  public String id() {
    return id;
  }

  /** The domain suffix of its host names, after service and region. */
  public String dnsSuffix() {
    return dnsSuffix;
  }

  /** The domain suffix of its dual-stack host names. */
  public String dualStackDnsSuffix() {
    return dualStackDnsSuffix;
  }

  /** The one region for which its IAM requests are signed. */
  public String iamRegion() {
    return iamRegion;
  }

  /**
   * The partition of {@code region}; also of its global pseudo-region such as {@code
   * aws-cn-global}.
   */
  public static Partition ofRegion(String region) {
    for (Partition partition : ALL) {
      if (partition != AWS
          && (region.startsWith(partition.regionPrefix)
              || region.equals(partition.id + "-global"))) {
        return partition;
      }
    }
    return AWS;
  }
}
