package dev.keyturn.sandbox;

/** A long-term access key of a sandbox. Its text never shows the secret. */
public record SandboxKey(String accessKeyId, String secretAccessKey) {

  @Override
  public String toString() {
    return "SandboxKey[" + accessKeyId + "]";
  }
}
