/**
 * The weaver's classes come from here: {@link ClassPath} reads jars and folders, {@link ProgramClasses} knows whose
 * subclasses are there, {@link ClassFolder} weaves a folder. Used by the command line, the agent and the Maven plugin.
 */
package dev.deco.internal.files;
