package dev.keyturn.cli.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The AWS files of a profile {@code dev} whose session is in the credentials file. */
final class SessionInFile {

  private SessionInFile() {}

  /** Writes them in {@code home}. */
  static void writeTo(Path home) throws IOException {
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[profile dev]\nregion = eu-central-1\n");
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [dev-long-term]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_mfa_device = arn:aws:iam::123456789012:mfa/alice

        [dev]
        assumed_role = False
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_session_token = token
        aws_security_token = token
        expiration = 2099-01-01 00:00:00
        """);
  }
}
