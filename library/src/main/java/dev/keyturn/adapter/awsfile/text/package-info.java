/** The bytes of an AWS file, cut into lines, sections and settings without losing one of them. */
@NullMarked
package dev.keyturn.adapter.awsfile.text;

import org.jspecify.annotations.NullMarked;
