package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanRequest;
import java.util.Optional;

/**
 * The region of a plan: {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}, the profile's own, that of
 * the profiles it rests on, {@code us-east-1}.
 */
public final class RegionRule {

  private static final String DEFAULT = "us-east-1";

  private final PlanRequest request;
  private final AwsConfiguration files;
  private final Chain chain;
  private final Findings findings;

  public RegionRule(AwsConfiguration files, PlanRequest request, Chain chain, Findings findings) {
    this.files = files;
    this.request = request;
    this.chain = chain;
    this.findings = findings;
  }

  /**
   * A region.
   *
   * @param name its name
   * @param place where it is said
   * @param repair the command that changes it
   */
  public record Region(String name, String place, String repair) {}

  /**
   * The region.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code BadProfile}, when its name cannot be
   *     part of a host name
   */
  public Region choose() {
    Region region =
        variable(Variable.AWS_REGION)
            .or(() -> variable(Variable.AWS_DEFAULT_REGION))
            .orElseGet(this::ofFiles);
    if (!isHostLabel(region.name())) {
      throw new Failure.BadProfile(
              request.profile(),
              "'" + region.name() + "' is not the name of a region (" + region.place() + ")",
              region.repair())
          .exception();
    }
    return region;
  }

  private Optional<Region> variable(Variable variable) {
    String name = variable.name();
    return request
        .variable(variable)
        .filter(region -> !isOfAnotherProfile())
        .map(region ->
            new Region(findings.use("region", region, name), name, "export " + name + "=REGION"));
  }

  /** What Keyturn put into a shell for another profile says nothing of this one. */
  private boolean isOfAnotherProfile() {
    String handed = request.variable(Variable.KEYTURN_PROFILE).orElse(request.profile());
    return !handed.equals(request.profile());
  }

  private Region ofFiles() {
    String repair = "keyturn config set profile." + request.profile() + ".region REGION";
    Optional<Setting> setting = chain.setting("region");
    if (setting.isEmpty()) {
      return new Region(findings.use("region", DEFAULT, "default"), "the default", repair);
    }
    warnIfUnprefixed(setting.get());
    return new Region(findings.use(setting.get()), setting.get().origin().toString(), repair);
  }

  private void warnIfUnprefixed(Setting setting) {
    for (Section section : files.unprefixed().values()) {
      if (setting.equals(section.settings().get(setting.name()))) {
        findings.warn(
            "unprefixed-section",
            "AWS tools ignore ["
                + section.name()
                + "] in the config file: they look for [profile "
                + section.name()
                + "]",
            section.origin());
      }
    }
  }

  /** What botocore accepts as a region: the name becomes part of the host that gets the code. */
  private static boolean isHostLabel(String region) {
    for (int i = 0; i < region.length(); i++) {
      char c = region.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean edge = i == 0 || i == region.length() - 1;
      if (!letterOrDigit && (c != '-' || edge)) {
        return false;
      }
    }
    return !region.isEmpty() && region.length() <= 63;
  }
}
