/// The way to language models and back: a real server, and an OpenRouter that does what it is told.
@NullMarked
package com.crmres.bench.model;

import org.jspecify.annotations.NullMarked;
