package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.IgnoredSection;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import java.util.Optional;

/** Finds the section that was meant for a profile but has a header that AWS tools ignore. */
final class MisnamedSection {

  private final AwsConfiguration files;
  private final String profile;

  MisnamedSection(AwsConfiguration files, String profile) {
    this.files = files;
    this.profile = profile;
  }

  /** The failure that names it; empty when there is none. */
  Optional<FailureException> failure() {
    Section unprefixed = files.unprefixed().get(profile);
    if (unprefixed != null) {
      return Optional.of(
          failure(
              profile,
              unprefixed.origin(),
              "is not a profile: its header must begin with the word profile"));
    }
    for (IgnoredSection section : files.ignored()) {
      if (section.isMeantFor(profile)) {
        return Optional.of(failure(section.text(), section.origin(), why(section)));
      }
    }
    return Optional.empty();
  }

  private String why(IgnoredSection section) {
    String text = section.text();
    if (!isName(profile)) {
      return "has a name that AWS SDKs do not read";
    }
    if (text.indexOf('"') >= 0 || text.indexOf('\'') >= 0) {
      return "is not read by AWS SDKs because of the quotes";
    }
    if (section.origin().kind() == FileKind.CREDENTIALS && text.startsWith("profile")) {
      return "is not read by AWS SDKs: in the credentials file a header is the name alone";
    }
    boolean right = text.equals(header(section.origin().kind()));
    return right ? "is indented, and so part of the value above" : "is not read by AWS tools";
  }

  private FailureException failure(String text, Origin origin, String why) {
    String repair =
        isName(profile)
            ? "write line "
                + origin.line()
                + " of "
                + origin.file()
                + " as ["
                + header(origin.kind())
                + "]"
            : "rename the profile: use letters, digits and - _ / . % @ : +";
    return new ProfileFailure.Misnamed(profile, "[" + text + "]", origin.toString(), why, repair)
        .exception();
  }

  private String header(FileKind kind) {
    boolean bare = kind == FileKind.CREDENTIALS || profile.equals("default");
    return bare ? profile : "profile " + profile;
  }

  private static boolean isName(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!Section.isNameLetter(text.charAt(index))) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
