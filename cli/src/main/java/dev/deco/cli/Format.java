package dev.deco.cli;

/** How a report is written. */
enum Format { TEXT, JSON }
