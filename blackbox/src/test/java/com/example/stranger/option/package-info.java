/** What the options promise, and the operations that go with them. */
package com.example.stranger.option;
