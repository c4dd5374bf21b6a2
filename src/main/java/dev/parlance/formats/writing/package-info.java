/**
 * Shared parts of the writers of file formats: conversion of bundles to file entries, and XML with escapes.
 *
 * <p>The XML writer of the JDK is not used, because line breaks in attributes, carriage returns and control characters do not survive
 * reading its output.
 */
@NullMarked
package dev.parlance.formats.writing;

import org.jspecify.annotations.NullMarked;
