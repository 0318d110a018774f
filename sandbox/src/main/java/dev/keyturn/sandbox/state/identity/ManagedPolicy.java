package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy of its own, with versions, that users, groups and roles can share. */
public final class ManagedPolicy {

  /**
   * One version; its document is JSON text exactly as it was given.
   *
   * @param id {@code v} and a number
   */
  public record Version(String id, String document, Instant createDate) {}

  private final String name;
  private final String path;
  private final String id;
  private final String arn;
  private final @Nullable String description;
  private final Instant createDate;
  private final List<Version> versions = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();
  private Version defaultVersion;
  private int lastNumber;

  /**
   * A policy with its versions.
   *
   * @param versions the latest first, at least one
   * @param defaultVersion one of them
   */
  public ManagedPolicy(
      String name,
      String path,
      String id,
      String arn,
      @Nullable String description,
      Instant createDate,
      List<Version> versions,
      Version defaultVersion) {
    this.name = name;
    this.path = path;
    this.id = id;
    this.arn = arn;
    this.description = description;
    this.createDate = createDate;
    this.versions.addAll(versions);
    this.defaultVersion = defaultVersion;
    this.lastNumber = Integer.parseInt(versions.get(0).id().substring(1));
  }

  public String name() {
    return name;
  }

  /** Begins and ends with {@code /}. */
  public String path() {
    return path;
  }

  /** {@code ANPA…}. */
  public String id() {
    return id;
  }

  public String arn() {
    return arn;
  }

  /** Whether it is an AWS managed policy, which no account can change. */
  public boolean isOfAws() {
    return arn.contains(":iam::aws:policy/");
  }

  public @Nullable String description() {
    return description;
  }

  public Instant createDate() {
    return createDate;
  }

  /** When the latest version was made. */
  public Instant updateDate() {
    return versions.get(0).createDate();
  }

  /** The latest first. */
  public List<Version> versions() {
    return List.copyOf(versions);
  }

  /** The version of this id, or null. */
  public @Nullable Version version(String versionId) {
    return versions.stream()
        .filter(version -> version.id().equals(versionId))
        .findFirst()
        .orElse(null);
  }

  /** The highest number that a version ever had. */
  public int lastNumber() {
    return lastNumber;
  }

  /** Continues the numbers after this one, for a policy whose latest versions were deleted. */
  public void countFrom(int number) {
    lastNumber = Math.max(lastNumber, number);
  }

  /** The version that is in effect. */
  public Version defaultVersion() {
    return defaultVersion;
  }

  public void prefer(Version version) {
    defaultVersion = version;
  }

  /** Adds a version under the next number; numbers of deleted versions never come back. */
  public Version revise(String document, Instant now) {
    lastNumber++;
    Version version = new Version("v" + lastNumber, document, now);
    versions.add(0, version);
    return version;
  }

  public void remove(Version version) {
    versions.remove(version);
  }

  /** The policy's tags, to be read and changed. */
  public List<Tag> tags() {
    return tags;
  }
}
