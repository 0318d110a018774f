package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks for leftovers of other session tools. */
public final class LeftoverChecks implements Checks.OfComputer {

  private final Computer computer;
  private final Map<String, String> environment;

  /** Takes its collaborators. */
  public LeftoverChecks(Computer computer, Map<String, String> environment) {
    this.computer = computer;
    this.environment = environment;
  }

  @Override
  public List<Check> of(@Nullable AwsConfiguration configuration) {
    return List.of(new Check(CheckName.LEFTOVERS, () -> leftovers(configuration)));
  }

  private List<Finding> leftovers(@Nullable AwsConfiguration configuration) {
    List<Finding> findings = new ArrayList<>();
    List<String> shellFiles = ComputerChecks.shellFiles(computer);
    for (OtherTool tool : OtherTool.values()) {
      findings.addAll(tool.in(environment));
      findings.addAll(tool.in(computer, shellFiles));
      if (configuration != null) {
        findings.addAll(profiles(tool, configuration));
      }
    }
    return findings.isEmpty()
        ? List.of(
            Finding.ok(
                CheckName.LEFTOVERS,
                "no leftovers of aws-mfa, aws-vault, awsume, leapp or granted"))
        : findings;
  }

  private static List<Finding> profiles(OtherTool tool, AwsConfiguration configuration) {
    return configuration.profiles().keySet().stream()
        .filter(tool::made)
        .map(name ->
            Finding.info(
                CheckName.LEFTOVERS,
                "[" + name + "] is a copy of a session that " + tool + " made",
                "remove the section if you no longer use " + tool))
        .toList();
  }
}
