package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an AWS file that the AWS SDKs and the Python tools (AWS CLI, boto3) do not read alike,
 * or that none of them can use.
 *
 * @param rule its rule's stable name
 * @param origin where it is
 * @param section the name of the section it is in; null before the first
 * @param sdk what AWS SDKs do; no values
 * @param awsCli what the AWS CLI does; no values
 * @param fatalFor the tools that cannot read the file at all because of it
 * @param fix what {@code --fix} does here; null where more than one fix is possible
 */
public record LintFinding(
    String rule,
    Origin origin,
    @Nullable String section,
    String sdk,
    String awsCli,
    List<Tool> fatalFor,
    @Nullable String fix) {

  /** What both do, in one sentence. */
  public String message() {
    int verb = sdk.indexOf(' ');
    String alike = verb < 0 ? "" : sdk.substring(0, verb) + "s" + sdk.substring(verb);
    return awsCli.equals(alike)
        ? "AWS tools " + sdk
        : "AWS SDKs " + sdk + "; the AWS CLI " + awsCli;
  }

  /** The two dialects. */
  public enum Tool {
    /** All AWS SDKs except the one for Python. */
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
}
