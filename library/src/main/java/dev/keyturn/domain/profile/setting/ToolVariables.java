package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.Findings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a profile as variables, for tools that get its session but no longer know the
 * profile. Variables that the caller has set are left alone, except the region: both its names get
 * the same value.
 */
public final class ToolVariables {

  private static final String OF_SERVICE = Variable.AWS_ENDPOINT_URL + "_";

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final String profile;
  private final Chain chain;
  private final SettingResolver resolver;
  private final Map<String, String> variables = new LinkedHashMap<>();

  public ToolVariables(
      AwsConfiguration files, PlanRequest request, Chain chain, Findings findings) {
    this.files = files;
    this.request = request;
    this.profile = chain.sections().get(0).name();
    this.chain = chain;
    this.resolver = new SettingResolver(request, chain, findings);
  }

  /** The variables, in a fixed order. */
  public Map<String, String> resolve() {
    resolver
        .resolve(ProfileSetting.REGION)
        .ifPresent(region ->
            ProfileSetting.REGION
                .variables()
                .forEach(variable -> variables.put(variable.name(), region.value())));
    addOfFiles(ProfileSetting.CA_BUNDLE);
    addOfFiles(ProfileSetting.USE_FIPS_ENDPOINT);
    addOfFiles(ProfileSetting.USE_DUALSTACK_ENDPOINT);
    addEndpoints();
    return variables;
  }

  /** Used if no variable of the caller sets it. */
  private void addOfFiles(ProfileSetting setting) {
    Variable variable = setting.variables().get(0);
    if (request.variable(variable).isEmpty()) {
      chain.inFiles(setting).ifPresent(line -> variables.put(variable.name(), line.value()));
    }
  }

  private void addEndpoints() {
    addOfFiles(ProfileSetting.IGNORE_CONFIGURED_ENDPOINT_URLS);
    boolean ignored = resolver.isSwitchedOn(ProfileSetting.IGNORE_CONFIGURED_ENDPOINT_URLS);
    if (ignored || request.variable(Variable.AWS_ENDPOINT_URL).isPresent()) {
      return;
    }
    int before = variables.size();
    chain
        .inFiles(ProfileSetting.SERVICES)
        .map(name -> files.services().get(name.value()))
        .ifPresent(this::addServices);
    addOfFiles(ProfileSetting.ENDPOINT_URL);
    boolean none = variables.size() == before;
    // The caller's variables are checked last: an answer that depended on all of them could not be
    // cached.
    if (none && !profile.equals(DEFAULT) && defaultHasEndpoints() && !callerHasEndpoints()) {
      variables.put(Variable.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS.name(), "true");
    }
  }

  private void addServices(Section services) {
    for (Setting block : services.settings().values()) {
      Setting url = block.nested().get(ProfileSetting.ENDPOINT_URL.label());
      String variable = OF_SERVICE + block.name().toUpperCase(Locale.ROOT);
      if (url != null && !url.value().isEmpty() && isUnset(variable)) {
        variables.put(variable, url.value());
      }
    }
  }

  private boolean isUnset(String variable) {
    return request.environment().getOrDefault(variable, "").isBlank();
  }

  // --- keys and an endpoint of different profiles -----------------------------------------------

  private static final String DEFAULT = "default";

  private boolean callerHasEndpoints() {
    for (Map.Entry<String, String> variable : request.environment().entrySet()) {
      if (variable.getKey().startsWith(OF_SERVICE) && !variable.getValue().isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Tools without a profile would send this profile's requests there. */
  private boolean defaultHasEndpoints() {
    Optional<Section> section = files.profile(DEFAULT);
    return section.flatMap(it -> it.filled(ProfileSetting.ENDPOINT_URL.label())).isPresent()
        || section.flatMap(it -> it.filled(ProfileSetting.SERVICES.label())).isPresent();
  }
}
