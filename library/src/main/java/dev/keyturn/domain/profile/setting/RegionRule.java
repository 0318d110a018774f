package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.Findings;
import dev.keyturn.domain.text.ShellCommand;

/**
 * The region of a plan: {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}, the profile's own, that of
 * the profiles it rests on, {@code us-east-1}.
 */
public final class RegionRule {

  private static final String DEFAULT = "us-east-1";

  private final PlanRequest request;
  private final AwsConfiguration files;
  private final SettingResolver resolver;
  private final Findings findings;

  public RegionRule(AwsConfiguration files, PlanRequest request, Chain chain, Findings findings) {
    this.files = files;
    this.request = request;
    this.resolver = new SettingResolver(request, chain, findings);
    this.findings = findings;
  }

  /**
   * A region.
   *
   * @param name its name
   * @param place where it is set
   * @param repair the command that changes it
   */
  public record Region(String name, String place, String repair) {}

  /**
   * The region.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad}, if its name
   *     cannot be part of a host name
   */
  public Region choose() {
    Region region =
        resolver.resolve(ProfileSetting.REGION).map(this::region).orElseGet(this::fallback);
    if (!isHostLabel(region.name())) {
      throw new ProfileFailure.Bad(
              request.profile(),
              "'" + region.name() + "' is not the name of a region (" + region.place() + ")",
              region.repair())
          .exception();
    }
    return region;
  }

  private Region region(SettingResolver.Resolved resolved) {
    Setting line = resolved.line();
    if (line == null) {
      String repair = "export " + resolved.place() + "=REGION";
      return new Region(resolved.value(), resolved.place(), repair);
    }
    warnIfUnprefixed(line);
    return new Region(resolved.value(), resolved.place(), inFile());
  }

  private Region fallback() {
    findings.use(ProfileSetting.REGION.label(), DEFAULT, "default");
    return new Region(DEFAULT, "the default", inFile());
  }

  private String inFile() {
    return ShellCommand.of(
        "keyturn", "config", "set", "profile." + request.profile() + ".region", "REGION");
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

  /**
   * The names that botocore accepts: the name becomes part of the host that the code is sent to.
   */
  public static boolean isHostLabel(String region) {
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
