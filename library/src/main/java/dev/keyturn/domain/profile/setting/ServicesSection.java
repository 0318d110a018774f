package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.profile.file.NearestName;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of one service in a {@code [services NAME]} section.
 *
 * <pre>
 * [services local]
 * sts =
 *   endpoint_url = http://localhost:4566
 * </pre>
 *
 * A section that was meant to set it but does not is an error: keys and codes would silently be
 * sent to AWS's own endpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">
 *     Service-specific endpoints</a>
 */
final class ServicesSection {

  private static final String URL = ProfileSetting.ENDPOINT_URL.label();

  /** Services whose name differs by one letter from one that is looked up. */
  private static final Set<String> OTHERS = Set.of("ses", "sns", "sqs", "ram");

  private final Section section;
  private final String service;

  ServicesSection(Section section, String service) {
    this.section = section;
    this.service = service;
  }

  /** A mistake in the section: the line, and what is wrong with it. */
  record Mistake(Setting at, String what) {}

  /** The URL of the service, if the section has one. */
  Optional<Setting> url() {
    return block()
        .flatMap(block -> Optional.ofNullable(block.nested().get(URL)))
        .filter(url -> !url.value().isEmpty());
  }

  private Optional<Setting> block() {
    return section.setting(service);
  }

  /** The mistake in a section without a URL for the service; null if there is none. */
  @Nullable Mistake mistake() {
    Setting alone = section.setting(URL).orElse(null);
    if (alone != null) {
      return new Mistake(alone, URL + " is not indented, and so belongs to no service");
    }
    Setting block = block().orElse(null);
    return block == null ? misspelt() : mistake(block);
  }

  private static @Nullable Mistake mistake(Setting block) {
    if (block.nested().isEmpty()) {
      return block.value().isEmpty()
          ? null
          : new Mistake(block, block.name() + " has a value instead of indented settings below it");
    }
    String key = NearestName.of(URL, block.nested().keySet());
    Setting nested = key == null ? null : block.nested().get(key);
    return nested == null || key == null || key.equals(URL)
        ? null
        : new Mistake(nested, key + " is not a setting that AWS tools know: " + URL + " is");
  }

  private @Nullable Mistake misspelt() {
    List<String> names = new ArrayList<>(section.settings().keySet());
    names.removeAll(OTHERS);
    String key = NearestName.of(service, names);
    return key == null
        ? null
        : new Mistake(
            section.setting(key).orElseThrow(),
            key + " is not a service that AWS tools know: " + service + " is");
  }
}
