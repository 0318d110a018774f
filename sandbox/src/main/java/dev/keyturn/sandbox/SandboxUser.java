package dev.keyturn.sandbox;

import java.util.List;

/**
 * A user of a sandbox, as it was when it was requested.
 *
 * @param arn such as {@code arn:aws:iam::123456789012:user/alice}
 * @param accessKeys active and inactive ones, oldest first
 * @param serialNumbers of the MFA devices, oldest first
 */
public record SandboxUser(String arn, List<SandboxKey> accessKeys, List<String> serialNumbers) {

  public SandboxUser {
    accessKeys = List.copyOf(accessKeys);
    serialNumbers = List.copyOf(serialNumbers);
  }

  /**
   * The first access key.
   *
   * @throws IllegalStateException when the user has none
   */
  public SandboxKey accessKey() {
    if (accessKeys.isEmpty()) {
      throw new IllegalStateException(arn + " has no access key");
    }
    return accessKeys.get(0);
  }

  /**
   * The serial number of the first MFA device: an ARN, or what is printed on a hardware token.
   *
   * @throws IllegalStateException when the user has none
   */
  public String serialNumber() {
    if (serialNumbers.isEmpty()) {
      throw new IllegalStateException(arn + " has no MFA device");
    }
    return serialNumbers.get(0);
  }
}
