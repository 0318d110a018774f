package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;

/** The text of an AWS file and what changes make of it. */
public record Editing(FileKind kind, String text) {

  public static Editing config(String... lines) {
    return new Editing(FileKind.CONFIG, String.join("\n", lines));
  }

  public static Editing credentials(String... lines) {
    return new Editing(FileKind.CREDENTIALS, String.join("\n", lines));
  }

  public String set(String section, String key, String value) {
    return apply(new Change.Set(section, key, value));
  }

  public String unset(String section, String key) {
    return apply(new Change.Unset(section, key));
  }

  public String remove(String section) {
    return apply(new Change.RemoveSection(section));
  }

  public String apply(Change... changes) {
    AwsFile file = AwsFile.of(text.getBytes(StandardCharsets.UTF_8));
    AwsFile edited = AwsFileEdit.apply(file, kind, "config", List.of(changes));
    return new String(edited.bytes(), StandardCharsets.UTF_8);
  }

  public Failure refused(Change change) {
    try {
      apply(change);
    } catch (FailureException e) {
      return e.failure();
    }
    return Assertions.fail("the change is not refused");
  }

  public Failure refusedSet(String section, String key, String value) {
    return refused(new Change.Set(section, key, value));
  }
}
