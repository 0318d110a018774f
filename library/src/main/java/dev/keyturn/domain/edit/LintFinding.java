package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file that the AWS SDKs and the Python tools (AWS CLI, boto3) do not read alike.
 *
 * @param rule its stable name, in kebab case
 * @param origin where it is
 * @param profile the section it is in; null before the first
 * @param sdk what the AWS SDKs make of it; no values
 * @param awsCli what the AWS CLI makes of it; no values
 * @param fatalFor the tools that cannot read the file at all because of it
 * @param fix what is done about it where there is one right answer; null where there is none
 */
public record LintFinding(
    String rule,
    Origin origin,
    @Nullable String profile,
    String sdk,
    String awsCli,
    List<Tool> fatalFor,
    @Nullable String fix) {

  /** The two dialects. */
  public enum Tool {
    /** The AWS SDKs but Python's. */
    SDK("sdk"),
    /** The AWS CLI and the SDK for Python. */
    AWS_CLI("aws-cli");

    private final String code;

    Tool(String code) {
      this.code = code;
    }

    /** Its stable name. */
    public String code() {
      return code;
    }
  }

  /** The finding with its repair. */
  public LintFinding fixedBy(String repair) {
    return new LintFinding(rule, origin, profile, sdk, awsCli, fatalFor, repair);
  }
}
