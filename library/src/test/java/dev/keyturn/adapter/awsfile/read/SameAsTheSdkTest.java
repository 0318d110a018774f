package dev.keyturn.adapter.awsfile.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.GeneratedFiles;
import dev.keyturn.adapter.awsfile.GeneratedFiles.AnyText;
import dev.keyturn.adapter.awsfile.GeneratedFiles.SoundText;
import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Our reader and the AWS SDK for Java read the same profiles from the same text, or both refuse it.
 *
 * <p>Where they differ, and why:
 *
 * <ul>
 *   <li>keys: the SDK for Java keeps their case; the other SDKs and botocore do not
 *   <li>{@code parent.child}: the SDK for Java adds each setting of a block as a property of the
 *       profile too; the other SDKs do not
 *   <li>{@code []}: the SDK for Java makes a profile of it whose name is empty; the SDKs in C and
 *       Rust pass over it
 *   <li>a mistake in a {@code [default]} below a {@code [profile default]}: the SDK for Java passes
 *       over it there, but not above; the SDK for Rust refuses it in both places, as here
 *   <li>a byte order mark: the SDK for Java takes it for the first letter of the file and refuses
 *       what follows; Windows editors write it, so it is passed over
 *   <li>NUL: the SDK for Java reads it as a character; here the file is not text
 * </ul>
 */
@Domain(GeneratedFiles.class)
@Domain(DomainContext.Global.class)
public class SameAsTheSdkTest {

  @Property
  void sound_files_are_read_alike(@ForAll SoundText file, @ForAll FileKind kind) {
    Assume.that(!file.text().contains("[]"));
    String text = file.text().replace("S3=", "s3=");
    assertThat(ours(text, kind)).isEqualTo(theirs(text, kind));
  }

  @Property(tries = 2000)
  void files_with_mistakes_are_read_alike_or_refused_alike(
      @ForAll AnyText file, @ForAll FileKind kind) {
    Assume.that(!file.text().contains("[]"));
    Assume.that(!file.text().contains("[profile default]") || !file.text().contains("[default]"));
    Assume.that(!file.text().contains("\uFEFF") && !file.text().contains("\u0000"));
    assertThat(ours(file.text(), kind)).isEqualTo(theirs(file.text(), kind));
  }

  private static Optional<Map<String, Map<String, String>>> ours(String text, FileKind kind) {
    try {
      AwsFile file = AwsFile.of(text.getBytes(StandardCharsets.UTF_8));
      return Optional.of(
          new TreeMap<>(
              TestFiles.valuesOf(
                  AwsFileReader.read(file, kind, "config", Encoding.CHECKED).profiles())));
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Map<String, String>>> theirs(String text, FileKind kind) {
    ProfileFile.Type type =
        kind == FileKind.CONFIG ? ProfileFile.Type.CONFIGURATION : ProfileFile.Type.CREDENTIALS;
    try {
      ProfileFile file =
          ProfileFile.builder()
              .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .type(type)
              .build();
      Map<String, Map<String, String>> profiles = new TreeMap<>();
      file.profiles()
          .forEach((name, profile) -> profiles.put(name, withoutExtras(profile.properties())));
      return Optional.of(profiles);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> withoutExtras(Map<String, String> properties) {
    Map<String, String> plain = new TreeMap<>();
    properties.forEach((key, value) -> plain.put(key.toLowerCase(Locale.ROOT), value));
    plain.keySet().removeIf(key -> key.contains("."));
    return plain;
  }
}
