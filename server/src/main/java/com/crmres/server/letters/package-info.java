/// The letters in which the server draws papers.
@NullMarked
package com.crmres.server.letters;

import org.jspecify.annotations.NullMarked;
